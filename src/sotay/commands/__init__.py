"""The commands that look after translations: status, diff, confirm. One module each."""

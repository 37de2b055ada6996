"""Compare the name search with its peers, on the same firms and the same misspellings."""

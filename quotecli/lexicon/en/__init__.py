"""The words of English: one folder of data; another language would be another folder."""

"""What views say, a part for each group of them: key to English, Chinese; values come by ``str.format``."""

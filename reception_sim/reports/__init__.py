"""What leaves the program for people to read: reports, and the words in which figures are said."""

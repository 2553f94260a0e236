"""What is affirmed, denied, certain or done, and the words that turn it round."""

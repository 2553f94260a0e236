"""What one document's language says: paragraphs with roles, sentences, tokens, stems, names that belong together."""

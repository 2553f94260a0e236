"""Look-ups in the tables of engine/data: word relations, irregular forms, gazetteers. Loaded once, lazily."""

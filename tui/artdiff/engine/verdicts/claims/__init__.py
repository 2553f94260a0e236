"""What happened, why, and who did it to whom: additions, substitutions, causes and relations."""

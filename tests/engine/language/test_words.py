"""The words of a document in rows of their own."""

from artdiff.documents.document import Document
from artdiff.engine.language.segment import segment


def test_norms_and_stems_run_beside_the_tokens() -> None:
    text = segment(Document("one", "The ferries’ owners were sailing.\n\nNobody in Riga’s harbour knew."))
    assert text.norms == tuple(token.norm for token in text.tokens)
    assert text.stems == tuple(token.stem for token in text.tokens)
    assert text.norms[:4] == ("the", "ferries", "owners", "were")

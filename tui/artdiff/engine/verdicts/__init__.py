"""Verdicts: links and facts become findings with reasons, one module a judgement."""

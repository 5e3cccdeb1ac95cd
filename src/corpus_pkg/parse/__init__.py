"""The stages of parsing one document: pure functions over frozen values."""

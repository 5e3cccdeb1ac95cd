"""What a corpus says of itself in ``corpus.toml``, read and checked."""

from corpus_pkg.config.load import CONFIG_NAME, load_config, parse_config
from corpus_pkg.config.values import (
    Contributor,
    CorpusConfig,
    CueWords,
    DocumentConfig,
    Gate,
    License,
    NamedDay,
    Removed,
    Source,
)

__all__ = [
    "CONFIG_NAME",
    "Contributor",
    "CorpusConfig",
    "CueWords",
    "DocumentConfig",
    "Gate",
    "License",
    "NamedDay",
    "Removed",
    "Source",
    "load_config",
    "parse_config",
]

"""Map dashboard of the French pôles territoriaux de coopération économique (PTCE)."""

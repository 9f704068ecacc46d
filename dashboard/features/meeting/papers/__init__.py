"""The papers of the meeting: the carnet, the sheets and signs of the express visits."""

"""What one takes away of the meeting: the carnet, the sheets and signs of the express visits."""

"""The meeting: programme, people, parcours, planner."""

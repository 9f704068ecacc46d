"""The capabilities of the dashboard, one room each: a feature does not know another one."""

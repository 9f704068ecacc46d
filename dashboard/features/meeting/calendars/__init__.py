"""The meeting in other people’s agendas: iCalendar, and the frab format of event applications."""

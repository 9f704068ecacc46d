"""The programme as the panel shows it: moments of the day, groups of parallel sessions, people by role."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

"""`validate_package.py PACKAGE`: what frictionless says of a data package, as JSON: valid, errors, rows by table."""

import json
import sys

from frictionless import Package

package = Package(sys.argv[1])
report = package.validate()
print(
    json.dumps(
        {
            "valid": report.valid,
            "errors": [error for (error,) in report.flatten(["message"])],
            "warnings": [*report.warnings, *(warning for task in report.tasks for warning in task.warnings)],
            "rows": {task.name: task.stats.get("rows") for task in report.tasks},
        }
    )
)

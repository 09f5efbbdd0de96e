"""Times scipy on the BG/NBD likelihood: vectorised, log-parameters from zeros, numerical gradients.

Usage: scipy_fit.py <transactions.csv> <last day of observation>. Prints JSON; times in weeks.
"""

import csv
import json
import statistics
import sys
import time
from datetime import date

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln


def read_counts(path, end):
    days_of = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            if row["date"] <= end:
                days_of.setdefault(row["sample_id"], set()).add(date.fromisoformat(row["date"]).toordinal())
    last_day = date.fromisoformat(end).toordinal()
    spans = [(len(days) - 1, min(days), max(days)) for days in days_of.values()]
    x = np.array([count for count, _, _ in spans], dtype=float)
    tx = np.array([(last - first) / 7 for _, first, last in spans])
    age = np.array([(last_day - first) / 7 for _, first, _ in spans])
    return x, tx, age


def main(path, end):
    x, tx, age = read_counts(path, end)
    repeat, last = x > 0, np.maximum(x - 1, 0)

    def cost(logs):
        r, alpha, a, b = np.exp(logs)
        shared = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + betaln(a, b + x) - betaln(a, b)
        staying = (r + x) * np.log(alpha + age)
        odds = a / (b + last) * np.exp(staying - (r + x) * np.log(alpha + tx))
        return -np.mean(shared - staying + np.log1p(repeat * odds))

    fits = []
    for method, rounds in (("L-BFGS-B", 30), ("Nelder-Mead", 10)):
        milliseconds = []
        for _ in range(rounds + 1):
            start = time.perf_counter()
            found = minimize(cost, np.zeros(4), method=method)
            milliseconds.append((time.perf_counter() - start) * 1000)
        fits.append({
            "method": method,
            "warmMs": statistics.median(milliseconds[1:]),
            "firstMs": milliseconds[0],
            "logLikelihood": -found.fun * len(x),
            "parameters": dict(zip(("r", "alpha", "a", "b"), np.exp(found.x))),
        })
    print(json.dumps(fits))


main(sys.argv[1], sys.argv[2])

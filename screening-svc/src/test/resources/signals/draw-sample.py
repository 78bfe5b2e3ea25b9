"""Draws the 150 documents that were labelled: draw-sample.py FILE.csv prints their numbers. The groups are rough and only spread the draw."""

import collections
import csv
import random
import re
import sys

GREAT_DAYS = {"2022-21658", "2023-23049", "2023-23055", "2023-23048", "2025-00636", "2025-00637", "2025-19001", "2025-19858"}
WANTED = {
    "ofac-notice": 24, "ofac-regulations": 20, "presidential": 14, "state-sanctions": 14, "bis-denial": 16,
    "bis-rules": 20, "bis-lists": 20, "state-itar": 8, "other": 14,
}


def group(row):
    title, text = row["title"], row["title"] + " " + row["abstract"]
    if re.search(r"Notice of OFAC Sanctions", title):
        return "ofac-notice"
    if re.search(r"Department of State Sanctions|Nonproliferation Measures|Designation of .*(Executive Order|Terrorist)", title):
        return "state-sanctions"
    if re.search(r"(Denying|Denial of) Export Privileges|Denial Order", title):
        return "bis-denial"
    if re.search(r"Web General License|General Licenses?\b|Sanctions Regulations|Assets Control Regulations|Determination", title) \
            and re.search(r"OFAC|Foreign Assets|Sanctions Regulations", text):
        return "ofac-regulations"
    if re.search(r"Entity List|Unverified List|Military End[- ]User|MEU", title):
        return "bis-lists"
    if re.search(r"International Traffic in Arms|Defense Trade Controls|Arms Export Control|Munitions List", text):
        return "state-itar"
    if re.search(r"Bureau of Industry and Security|\bBIS\b|Export Administration Regulations|\bEAR\b|Export Control", text):
        return "bis-rules"
    if re.search(r"National Emergency With Respect|^Blocking Property|Sanctions With Respect|Imposing", title):
        return "presidential"
    return "other"


def main(path):
    rows = sorted(csv.DictReader(open(path, encoding="utf-8")), key=lambda row: row["document_number"])
    draw = random.Random(20261128)
    for name, wanted in WANTED.items():
        years = collections.defaultdict(list)
        for row in rows:
            if group(row) == name and row["document_number"] not in GREAT_DAYS:
                years[row["publication_date"][:4]].append(row)
        for year in sorted(years):
            draw.shuffle(years[year])
        order, drawn, turn = sorted(years), [], 0
        while len(drawn) < wanted:
            year = order[turn % len(order)]
            turn += 1
            if years[year]:
                drawn.append(years[year].pop())
        for row in sorted(drawn, key=lambda row: row["publication_date"]):
            print(row["document_number"])


main(sys.argv[1])

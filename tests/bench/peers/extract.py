# SPDX-License-Identifier: MIT
"""What one would write by hand: extract.py services|config|findings PATH DATABASE, PATH a file or a folder."""
import gzip
import json
import os
import sqlite3
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FARGATE = {"FARGATE", "FARGATE_SPOT"}


def sql(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read()


def load(path):
    opened = gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")
    with opened as file:
        return json.load(file)


def paths(path):
    if not os.path.isdir(path):
        yield path
    for folder, _, names in os.walk(path):
        for name in names:
            yield os.path.join(folder, name)


def services(document):
    for s in document["services"]:
        providers = [p["capacityProvider"] for p in s.get("capacityProviderStrategy", [])]
        if s.get("launchType") == "FARGATE" or FARGATE.intersection(providers):
            yield (s["serviceArn"], s["clusterArn"], s.get("launchType"), s.get("platformVersion"),
                   " ".join(providers), s["status"])


def config(document):
    for item in document["configurationItems"]:
        if item["resourceType"] != "AWS::ECS::Service":
            continue
        c = item["configuration"]
        providers = [p["CapacityProvider"] for p in c.get("CapacityProviderStrategy", [])]
        if c.get("LaunchType") == "FARGATE" or FARGATE.intersection(providers):
            yield (c["ServiceArn"], c["Cluster"], c.get("LaunchType"), c.get("PlatformVersion"),
                   " ".join(providers), item["configurationItemStatus"])


def findings(document):
    for f in document["Findings"]:
        if f["Compliance"].get("SecurityControlId") == "ECS.10":
            yield (f["Id"], f["Resources"][0]["Id"], f["Compliance"]["Status"],
                   f["Workflow"]["Status"], f["UpdatedAt"])


INSERT = {
    services: "insert into service values (?, ?, ?, ?, ?, ?)",
    config: "insert into service values (?, ?, ?, ?, ?, ?)",
    findings: "insert into finding values (?, ?, ?, ?, ?)",
}

kind, path, database = sys.argv[1:]
extract = globals()[kind]
db = sqlite3.connect(database)
db.executescript(sql("tables.sql"))
for one in paths(path):
    db.executemany(INSERT[extract], extract(load(one)))
db.commit()
print("|".join(map(str, db.execute(sql("count.sql")).fetchone())))

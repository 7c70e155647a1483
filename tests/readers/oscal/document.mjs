// SPDX-License-Identifier: MIT
// oscal-ar.json as a graph: what is defined in it, and what refers to what.

/** Every object below `value`, with the names on the way to it. */
export function* objects(value, path = []) {
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* objects(one, [...path, i]);
  else if (value !== null && typeof value === 'object') {
    yield { value, path };
    for (const [name, one] of Object.entries(value)) yield* objects(one, [...path, name]);
  }
}

// What a reference names, by the collection in which it must stand.
const COLLECTIONS = {
  'observation-uuid': ['observations'],
  'risk-uuid': ['risks'],
  'activity-uuid': ['activities'],
  'component-uuid': ['components'],
  'actor-uuid': ['components'],
  'party-uuid': ['parties'],
  'response-uuid': ['remediations'],
  'subject-uuid': ['inventory-items'],
};

/** What is wrong with the UUIDs, ids and references of a document: a list of lines. */
export function loose(document) {
  const problems = [];
  const defined = new Map();
  const all = [...objects(document)];
  for (const { value, path } of all.filter(({ value }) => 'uuid' in value)) {
    if (defined.has(value.uuid)) problems.push(`${value.uuid} is there twice: ${path.join('.')}`);
    defined.set(value.uuid, path.at(-2));
  }
  const refer = (uuid, collections, path) => {
    if (!collections.includes(defined.get(uuid))) problems.push(`${path.join('.')}: ${uuid} is none of ${collections}`);
  };
  for (const { value, path } of all) {
    for (const [name, collections] of Object.entries(COLLECTIONS))
      if (name in value) refer(value[name], collections, path);
    for (const uuid of value['party-uuids'] ?? []) refer(uuid, ['parties'], path);
    if (value.href?.startsWith('#')) refer(value.href.slice(1), ['resources'], path);
  }
  const roles = (document.metadata.roles ?? []).map(({ id }) => id);
  for (const { value, path } of all)
    if ('role-id' in value && !roles.includes(value['role-id'])) problems.push(`${path.join('.')}: no such role`);
  return [...problems, ...looseObjectives(document, all)];
}

function looseObjectives(document, all) {
  const parts = (document['local-definitions']?.['objectives-and-methods'] ?? []).flatMap(({ parts }) => parts);
  const ids = parts.map(({ id }) => id);
  const named = all.flatMap(({ value, path }) => ['target-id', 'objective-id'].filter((name) => name in value)
    .map((name) => ({ id: value[name], path })));
  return [...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} is there twice`),
    ...named.filter(({ id }) => !ids.includes(id)).map(({ id, path }) => `${path.join('.')}: ${id} is no objective`)];
}

/** The value of an object's property. */
export const prop = (object, name) => object.props?.find((one) => one.name === name)?.value;

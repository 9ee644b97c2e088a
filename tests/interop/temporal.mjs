// Where Temporal puts local times that the clocks skip or repeat, by each word of `disambiguation`.
// Input: {key: [[second, before, after, [local, ...]], ...]}, the changes of each zone. Output: the
// release of its zone files, and for each change the seconds since 1970 of each local time by each
// word, or null where it is refused; null for a change that these zone files do not have.
import { readFileSync } from "node:fs";

import { Temporal } from "@js-temporal/polyfill";

const WORDS = ["compatible", "earlier", "later", "reject"];

function placed(local, key, disambiguation) {
  try {
    const there = Temporal.PlainDateTime.from(local).toZonedDateTime(key, { disambiguation });
    return there.epochMilliseconds / 1000;
  } catch (error) {
    if (error instanceof RangeError && disambiguation === "reject") return null;
    throw error;
  }
}

function offset(second, key) {
  const instant = Temporal.Instant.fromEpochMilliseconds(second * 1000);
  return instant.toZonedDateTimeISO(key).offsetNanoseconds / 1e9;
}

function answer(key, [second, before, after, locals]) {
  if (offset(second - 1, key) !== before || offset(second, key) !== after) return null;
  return locals.map((local) => WORDS.map((word) => placed(local, key, word)));
}

const asked = JSON.parse(readFileSync(0, "utf-8"));
const found = Object.entries(asked).map(([key, changes]) => [
  key,
  changes.map((change) => answer(key, change)),
]);
const answers = { tzdata: process.versions.tz, zones: Object.fromEntries(found) };
process.stdout.write(JSON.stringify(answers));

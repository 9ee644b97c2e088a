// Independent readers of what eventkit writes, as one process that answers line by line.
// A line of input is {"reader": NAME, "source": ...}; its answer is {"result": ...} or {"error": TEXT}.
import { createInterface } from "node:readline";

import ICAL from "ical.js";
import jsonld from "jsonld";
import nodeIcal from "node-ical";

// What is coerced to an address in schema.org's own context, as far as eventkit writes it.
const ADDRESSES = ["contentUrl", "embedUrl", "image", "license", "sameAs", "thumbnailUrl", "url"];
const CONTEXT = {
  "@vocab": "http://schema.org/",
  ...Object.fromEntries(ADDRESSES.map((term) => [term, { "@type": "@id" }])),
};

function calendar(source) {
  ICAL.TimezoneService.reset();
  const root = new ICAL.Component(typeof source === "string" ? ICAL.parse(source) : source);
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return root;
}

function moment(time) {
  if (!time) return null;
  return time.isDate ? time.toString() : time.toJSDate().toISOString();
}

function entry(vevent) {
  const value = (name) => vevent.getFirstPropertyValue(name);
  return {
    uid: value("uid"),
    summary: value("summary"),
    description: value("description"),
    start: moment(value("dtstart")),
    end: moment(value("dtend")),
  };
}

function icalJs(text) {
  return calendar(text)
    .getAllSubcomponents("vevent")
    .filter((vevent) => !vevent.hasProperty("recurrence-id"))
    .map(entry);
}

// Calendars of one zone each: the starts of their entries in seconds since 1970.
function starts(texts) {
  return texts.map((text) =>
    calendar(text)
      .getAllSubcomponents("vevent")
      .map((vevent) => vevent.getFirstPropertyValue("dtstart").toUnixTime()),
  );
}

function nodeIcalStarts(texts) {
  return texts.map((text) =>
    Object.values(nodeIcal.sync.parseICS(text))
      .filter((found) => found.type === "VEVENT")
      .map((found) => found.start.getTime() / 1000),
  );
}

function day(date) {
  const digits = (number, width) => String(number).padStart(width, "0");
  return [
    digits(date.getFullYear(), 4),
    digits(date.getMonth() + 1, 2),
    digits(date.getDate(), 2),
  ].join("-");
}

function plain(value) {
  return value !== null && typeof value === "object" ? value.val : value;
}

function nodeIcalEntries(text) {
  const when = (date) => (date ? (date.dateOnly ? day(date) : date.toISOString()) : null);
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((found) => found.type === "VEVENT")
    .map((found) => ({
      uid: plain(found.uid),
      summary: plain(found.summary),
      start: when(found.start),
      end: when(found.end),
    }));
}

const field = (value) => (value === undefined || value === null ? null : String(value));

// All that six readers are compared in, by each of the two here.
const FACTS = {
  "ical.js": (text) =>
    calendar(text)
      .getAllSubcomponents("vevent")
      .map((vevent) => {
        const value = (name) => vevent.getFirstPropertyValue(name);
        return {
          ...entry(vevent),
          status: value("status"),
          sequence: value("sequence"),
          url: field(value("url")),
        };
      }),
  "node-ical": (text) =>
    Object.values(nodeIcal.sync.parseICS(text))
      .filter((found) => found.type === "VEVENT")
      .map((found) => ({
        ...nodeIcalEntries(text).find((one) => one.uid === plain(found.uid)),
        status: found.status,
        sequence: Number(found.sequence),
        url: field(plain(found.url)),
        description: field(plain(found.description)),
      })),
};

// By uid the starts of the occurrences of the series in a calendar, in seconds since 1970 or as days.
const SERIES = {
  "ical.js": ({ text, limit }) => {
    const starts = (vevent) => {
      const iterator = new ICAL.Event(vevent).iterator();
      const found = [];
      for (let next = iterator.next(); next && found.length < limit; next = iterator.next()) {
        found.push(next.isDate ? next.toString() : next.toUnixTime());
      }
      return found;
    };
    const entries = calendar(text).getAllSubcomponents("vevent");
    return Object.fromEntries(
      entries.map((vevent) => [vevent.getFirstPropertyValue("uid"), starts(vevent)]),
    );
  },
  "node-ical": ({ text, from, to, limit }) => {
    const window = { from: new Date(from), to: new Date(to) };
    const start = (date) => (date.dateOnly ? day(date) : date.getTime() / 1000);
    const starts = (event) => nodeIcal.expandRecurringEvent(event, window).slice(0, limit);
    const entries = Object.values(nodeIcal.sync.parseICS(text)).filter(
      (found) => found.type === "VEVENT",
    );
    return Object.fromEntries(
      entries.map((event) => [event.uid, starts(event).map((one) => start(one.start))]),
    );
  },
};

function canonize(document) {
  const inPlace = { ...document, "@context": CONTEXT };
  const options = { algorithm: "URDNA2015", format: "application/n-quads", safe: true };
  return jsonld.canonize(inPlace, options);
}

// The faults that a validator of Google's rules finds in videos; warnings are not asked for.
async function videoErrors(document) {
  const { default: Validator } = await import("@adobe/structured-data-validator");
  const found = await new Validator().validate({ jsonld: { [document["@type"]]: [document] } });
  return found.filter((one) => one.severity === "ERROR");
}

function expand(document) {
  const documentLoader = async (url) => {
    if (url !== "https://schema.org" && url !== "https://schema.org/") {
      throw new Error(`no document of ${url} here`);
    }
    return { documentUrl: url, document: { "@context": CONTEXT } };
  };
  return jsonld.expand(document, { documentLoader });
}

const READERS = {
  "facts:ical.js": FACTS["ical.js"],
  "facts:node-ical": FACTS["node-ical"],
  "series:ical.js": SERIES["ical.js"],
  "series:node-ical": SERIES["node-ical"],
  "ical.js": icalJs,
  "node-ical": nodeIcalEntries,
  starts,
  "starts:node-ical": nodeIcalStarts,
  jsonld: expand,
  canonize,
  videoErrors,
};

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const { reader, source } = JSON.parse(line);
    answer = { result: await READERS[reader](source) };
  } catch (error) {
    answer = { error: String(error?.stack ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}

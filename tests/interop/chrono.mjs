// Read lines with chrono-node: [{text, lang}] on stdin, what it finds on stdout.
import * as chrono from "chrono-node";

const readers = { de: chrono.de, es: chrono.es, fr: chrono.fr, it: chrono.it, nl: chrono.nl, pt: chrono.pt };

function moment(found) {
  if (!found) return null;
  const part = (name) => found.get(name);
  const pad = (name, size = 2) => String(part(name) ?? 0).padStart(size, "0");
  const day = `${pad("year", 4)}-${pad("month")}-${pad("day")}`;
  return {
    local: found.isCertain("hour") ? `${day}T${pad("hour")}:${pad("minute")}` : day,
    utc: found.isCertain("hour") && found.isCertain("timezoneOffset") ? found.date().toISOString() : null,
  };
}

let source = "";
for await (const piece of process.stdin) source += piece;
const answers = JSON.parse(source).map(({ text, lang }) => {
  const [first] = (readers[lang] ?? chrono.en).parse(text, new Date("2021-01-01T12:00:00Z"));
  return { start: moment(first?.start), end: moment(first?.end) };
});
process.stdout.write(JSON.stringify(answers));

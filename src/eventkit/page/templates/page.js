"use strict";
(function () {
  var page = document.body.dataset;
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  // Some browsers still have names that the time zone database gave up.
  var names = {
    "Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon", "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Europe/Kiev": "Europe/Kyiv", "America/Godthab": "America/Nuuk",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires", "Atlantic/Faeroe": "Atlantic/Faroe"
  };

  function format(options, at, place) {
    options = Object.assign({ timeZone: place || zone }, options);
    try {
      return new Intl.DateTimeFormat(page.locale, options).format(at);
    } catch (error) {
      return new Intl.DateTimeFormat(undefined, options).format(at);
    }
  }

  // The day of an instant by the clocks of a place, as 2019-04-17, in any locale.
  function day(at, place) {
    var found = {};
    new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: place, year: "numeric", month: "2-digit", day: "2-digit"
    }).formatToParts(at).forEach(function (part) { found[part.type] = part.value; });
    return found.year.padStart(4, "0") + "-" + found.month + "-" + found.day;
  }

  // A date without a time is over when it is over where the visitor is.
  function moment(text, days) {
    if (text.indexOf("-") < 1) return Number(text);
    var parts = text.split("-").map(Number);
    return new Date(parts[0], parts[1] - 1, parts[2] + days).getTime();
  }

  function phase(node, now) {
    if (now < moment(node.dataset.start, 0)) return "before";
    if (now < moment(node.dataset.end, 1)) return "during";
    return "more" in node.dataset ? "before" : "after";
  }

  // Of a series, the date that runs or comes next, else the last.
  function settle(node, now) {
    if (!node.dataset.dates) return false;
    var dates = node.dataset.dates.split(" ").map(function (text) { return text.split(","); });
    var next = dates.filter(function (date) { return Number(date[1]) > now; })[0] || dates[dates.length - 1];
    var moved = node.dataset.start !== next[0];
    node.dataset.start = next[0];
    node.dataset.end = next[1];
    if ("day" in node.dataset) node.dataset.day = next[2];
    return moved;
  }

  // Start and end in words, as on the server: midnight ends the day before it.
  function words(start, end, place) {
    var full = { dateStyle: "full" }, clock = { timeStyle: "short" };
    var first = [format(full, start, place) + ", ", format(clock, start, place)];
    if (end === null) return first;
    if (day(start, place) === day(end - 1, place)) return [first[0], first[1] + "\u2013" + format(clock, end, place)];
    return first.concat(" \u2013 " + format(full, end, place) + ", ", format(clock, end, place));
  }

  // Every second word is a time on the clock, in which a line is not broken.
  function tell(node, texts) {
    node.textContent = "";
    texts.forEach(function (text, at) {
      var part = document.createElement("span");
      part.className = at % 2 ? "time" : "day";
      part.textContent = text;
      node.append(part);
    });
  }

  // The event's own time, when the date is another than the page was made with.
  function own(event) {
    var time = event.querySelector(".own time"), zone = event.querySelector(".own .zone");
    var start = Number(event.dataset.start), place = event.dataset.zone;
    var mine = event.querySelector("[data-yours]");
    if (!time || !mine) return;
    try {
      tell(time, words(start, "hasEnd" in mine.dataset ? Number(event.dataset.end) : null, place));
      zone.textContent = named(start, place, place);
      event.querySelectorAll(".world").forEach(function (table) { table.hidden = true; });
    } catch (error) {
      return;
    }
  }

  function named(at, place, name) {
    var short = new Intl.DateTimeFormat(page.locale, { timeZone: place, timeZoneName: "short" })
      .formatToParts(at).filter(function (part) { return part.type === "timeZoneName"; });
    return short.length && short[0].value !== name ? short[0].value + " \u00b7 " + name : name;
  }

  function yours(event) {
    var time = event.querySelector("[data-yours]");
    if (!time) return;
    var start = Number(event.dataset.start), end = Number(event.dataset.end);
    tell(time, words(start, "hasEnd" in time.dataset ? end : null, zone));
    time.dateTime = new Date(start).toISOString();
    var row = time.closest(".yours");
    var shift = Math.round((Date.parse(day(start, zone)) - Date.parse(event.dataset.day)) / 864e5);
    row.querySelector(".shift").textContent = shift === 0 ? ""
      : "(" + (shift > 0 ? "+" : "\u2212") + Math.abs(shift) + ", "
        + (shift > 0 ? page.next : page.previous) + ")";
    row.querySelector(".zone").textContent = named(start, zone, names[zone] || zone);
    row.hidden = false;
  }

  function choose(event) {
    var now = Date.now();
    if (settle(event, now)) {
      own(event);
      yours(event);
    }
    var current = phase(event, now);
    event.querySelectorAll("[data-phase]").forEach(function (link) {
      var data = link.dataset;
      link.hidden = data.phase !== current
        || ("since" in data && now < Number(data.since))
        || ("until" in data && now >= Number(data.until));
      var label = link.querySelector(".label");
      if (label) label.textContent = data.word;
    });
    var menu = event.querySelector(".menu");
    if (menu) menu.hidden = current === "after";
    var state = event.querySelector(".state");
    if (state && !("off" in event.dataset)) {
      var text = current === "during" ? state.dataset.live : current === "after" ? state.dataset.over : "";
      if (state.textContent !== text) state.textContent = text;
      state.hidden = !text;
    }
    event.dataset.now = current;
  }

  function sort() {
    var upcoming = document.querySelector(".upcoming"), past = document.querySelector(".past");
    if (!upcoming || !past) return;
    var now = Date.now();
    var list = upcoming.querySelector("ol"), coming = [];
    past.querySelectorAll("li[data-start]").forEach(function (node) {
      settle(node, now);
      if (phase(node, now) !== "after") coming.push(node);
    });
    coming.sort(function (a, b) { return moment(a.dataset.start, 0) - moment(b.dataset.start, 0); });
    coming.forEach(function (node) { list.append(node); });
    upcoming.hidden = coming.length === 0;
    past.hidden = !past.querySelector("li");
    var title = past.querySelector("h2");
    title.textContent = title.dataset.word;
  }

  function keys(menu) {
    var summary = menu.querySelector("summary");
    var links = Array.prototype.slice.call(menu.querySelectorAll("a"));
    menu.addEventListener("keydown", function (press) {
      var at = links.indexOf(document.activeElement), last = links.length - 1;
      var next = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[press.key];
      if (press.key === "Escape" && menu.open) {
        menu.open = false;
        summary.focus();
      } else if (next !== undefined && (menu.open || press.key === "ArrowDown")) {
        menu.open = true;
        links[next].focus();
        press.preventDefault();
      }
    });
    document.addEventListener("click", function (press) {
      if (!menu.contains(press.target)) menu.open = false;
    });
    menu.addEventListener("focusout", function (move) {
      if (move.relatedTarget && !menu.contains(move.relatedTarget)) menu.open = false;
    });
  }

  var event = document.querySelector("article.h-event");
  if (event) {
    yours(event);
    choose(event);
    setInterval(choose, 15000, event);
    document.addEventListener("visibilitychange", function () { choose(event); });
  }
  document.querySelectorAll(".menu").forEach(keys);
  sort();
})();

// Streamlit's own widgets speak English only. Where the page is Danish, their words are replaced as they appear.
// It also leaves word of a narrow window, for charts with shorter labels, gives calendars the page's language, and lets
// the keyboard reach tables that are wider than the window.
(() => {
  document.cookie = `gevinst-narrow=${window.innerWidth < 640 ? 1 : 0}; path=/; SameSite=Strict`;
  const danish = new Map(Object.entries({
    "Upload": "Vælg fil",
    "Browse files": "Vælg fil",
    "Drag and drop a file here": "Eller slip filen her",
    "Drag and drop file here": "Eller slip filen her",
    "Drag and drop files here": "Eller slip filerne her",
    "Remove file": "Fjern filen",
    "Choose an option": "Vælg …",
    "Choose options": "Vælg …",
    "No results": "Ingen fundet",
    "Select all": "Vælg alle",
    "Clear all": "Ryd alle",
    "Clear value": "Ryd",
    "Press Enter to apply": "Tryk Enter",
    "Press Ctrl+Enter to apply": "Tryk Ctrl+Enter",
    "Press Enter to submit form": "Tryk Enter for at gemme",
    "Press Ctrl+Enter to submit form": "Tryk Ctrl+Enter for at gemme",
    "Connecting": "Forbinder",
    "Connection error": "Ingen forbindelse",
    "Please wait...": "Vent …",
    "Try again": "Prøv igen",
    "Page not found": "Siden findes ikke",
    "Network error": "Netværksfejl",
    "Running...": "Arbejder …",
    "Stop": "Stop",
    "Fullscreen": "Fuld skærm",
    "Close fullscreen": "Luk fuld skærm",
    "Close": "Luk",
    "Collapse sidebar": "Skjul menuen",
    "Expand sidebar": "Vis menuen",
    "Close sidebar": "Skjul menuen",
    "Open sidebar": "Vis menuen",
    "Main menu": "Menu",
    "App pages": "Sider",
    "Skip to main content": "Gå til indholdet",
    "Navigate to home page": "Gå til overblikket",
    "Add row": "Tilføj række",
    "Delete row(s)": "Slet rækker",
    "Delete rows": "Slet rækker",
    "Search": "Søg",
    "Download as CSV": "Hent som CSV",
    "Show/hide columns": "Vis eller skjul kolonner",
    "Copy to clipboard": "Kopiér",
    "Copied": "Kopieret",
    "Previous page": "Forrige side",
    "Next page": "Næste side",
    "Rerun": "Kør igen",
    "Settings": "Indstillinger",
    "Print": "Udskriv",
    "Save as PNG": "Gem som PNG",
    "Save as SVG": "Gem som SVG",
    "Oh no.": "Noget gik galt.",
    "Open": "Åbn",
    "Dismiss": "Luk",
    "Sidebar": "Menu",
    "Link to heading": "Henvisning til overskriften",
    "Decrement": "Én mindre",
    "Increment": "Én mere",
    "Selected values": "Valgt",
    "Multiselect options": "Valgmuligheder",
    "file upload": "filer",
    "Add files": "Vælg en anden fil",
    "Error:": "Fejl:",
    "Show data": "Vis data",
    "Show chart": "Vis figur",
    "Download as PNG": "Hent som PNG",
    "Copy Vega-Lite spec": "Kopiér figurens opskrift",
    "Clear selection": "Fravælg",
    "yyyy": "åååå",
    "Clear date": "Ryd dato",
    "Clear dates": "Ryd datoer",
    "Choose date range": "Vælg periode",
    "Date range": "Periode",
    "Previous month": "Forrige måned",
    "Next month": "Næste måned",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Brug piletasterne. Enter vælger, Escape lukker.",
    "Quick select a date range": "Vælg en almindelig periode",
    "Select...": "Vælg …",
    "Past Week": "Seneste uge",
    "Past Month": "Seneste måned",
    "Past 3 Months": "Seneste 3 måneder",
    "Past 6 Months": "Seneste halve år",
    "Past Year": "Seneste år",
    "Past 2 Years": "Seneste 2 år",
    "Help": "Hjælp",
    "visualization": "figur",
    "Autosize": "Tilpas bredden",
    "Hide column": "Skjul kolonne",
    "Pin column": "Fastgør kolonne",
    "Unpin column": "Frigør kolonne",
    "Sort ascending": "Sortér stigende",
    "Sort descending": "Sortér faldende",
    "Copy column name": "Kopiér kolonnens navn",
    "Dataframe column menu": "Kolonnens menu",
    "Search results": "Søgeresultater",
    "Close Search": "Luk søgning",
    "Next Result": "Næste",
    "Previous Result": "Forrige",
  }));
  const size = (whole, part, unit) => `${whole}${part && part !== "0" ? `,${part}` : ""} ${unit}`;
  const patterns = [
    [/^(\d+)([MG])B per file(.*)$/, "$1 $2B pr. fil$3"],
    [/^Limit (\d+)([MG])B per file(.*)$/, "Højst $1 $2B pr. fil$3"],
    [/^Press Enter to add:? ?(.*)$/, "Tryk Enter for at tilføje $1"],
    [/^Add: ?(.*)$/, "Tilføj: $1"],
    [/^File must be (.*) or smaller\.$/, "Filen må højst fylde $1."],
    [/^Remove (.+)$/, "Fjern $1"],
    [/^Help for (.+)$/, "Hjælp til $1"],
    [/^(\d+) options? available\.$/, "$1 at vælge imellem."],
    [/^Select (\d+) matches$/, "Vælg de $1"],
    [/^Choose date range(.*)$/, "Vælg periode$1"],
    [/^Choose date(.*)$/, "Vælg dato$1"],
    [/^day, (.+)$/, "dag, $1"],
    [/^month, (.+)$/, "måned, $1"],
    [/^year, (.+)$/, "år, $1"],
    [/^(\d\d) – [A-Z][a-z]+$/, "$1"],
    [/^(.+) start date$/, "$1, første dag"],
    [/^(.+) end date$/, "$1, sidste dag"],
    [/^Selected Date: (.+)$/, (_, day) => `Valgt: ${new Date(day).toLocaleDateString("da-DK", { dateStyle: "long" })}`],
    [/^Number is above .* less than or equal to (.*)\.$/, "Tallet må højst være $1."],
    [/^Number is below .* greater than or equal to (.*)\.$/, "Tallet skal mindst være $1."],
    [/^Number is outside .* between (.*) and (.*)\.$/, "Tallet skal ligge fra $1 til $2."],
    [/^(.+) files are not allowed\.$/, "Den slags fil kan ikke indlæses. Gem den som Excel (.xlsx) eller CSV."],
    [/^(\d+)(?:\.(\d))?([KMG]?B)$/, (_, whole, part, unit) => size(whole, part, unit)],
    [/^(.+), (\d+)(?:\.(\d))?([KMG]?B)$/, (_, name, whole, part, unit) => `${name}, ${size(whole, part, unit)}`],
  ];
  const attributes = ["aria-label", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt"];
  const isDanish = () => {
    const chosen = new URLSearchParams(location.search).get("lang");
    return (chosen || document.documentElement.dataset.language) === "da";
  };
  const locale = () => (isDanish() ? "da-DK" : "en-GB");
  Object.defineProperty(navigator, "language", { get: locale });
  Object.defineProperty(navigator, "languages", { get: () => [locale()] });
  const translated = (words) => {
    const key = words.trim();
    const [button, ...subject] = key.split(": ");
    if (danish.has(button)) return words.replace(key, [danish.get(button), ...subject].join(": "));
    const found = patterns.find(([pattern]) => pattern.test(key));
    return found ? words.replace(key, key.replace(found[0], found[1])) : words;
  };
  const english = new WeakMap();
  const remember = (node, name, before, after) => {
    if (!english.has(node)) english.set(node, new Map());
    english.get(node).set(name, [before, after]);
  };
  const ours = ["stMarkdownContainer", "stCaptionContainer", "stTable"].map((name) => `[data-testid='${name}']`);
  const choices = "[role='option'], [role='row']";
  const isOurs = (element, words) => {
    if (element.closest(choices)) return !/^(Select all|No results|Add: .*|Select \d+ matches|Past .*)$/.test(words.trim());
    return Boolean(element.closest([...ours, "svg"])) && !element.closest("[data-testid='stFileUploader']");
  };
  const setText = (node) => {
    const [before, after] = [node.nodeValue, translated(node.nodeValue)];
    if (before === after || !node.parentElement || isOurs(node.parentElement, before)) return;
    remember(node, "", before, after);
    node.nodeValue = after;
  };
  const setAttributes = (element) => {
    for (const name of attributes) {
      const before = element.getAttribute(name);
      if (!before || translated(before) === before) continue;
      remember(element, name, before, translated(before));
      element.setAttribute(name, translated(before));
    }
  };
  const setBack = (node) => {
    for (const [name, [before, after]] of english.get(node) || []) {
      if (!name && node.nodeValue === after) node.nodeValue = before;
      if (name && node.getAttribute(name) === after) node.setAttribute(name, before);
    }
  };
  const visit = (root, text, element) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) text(node);
      else if (node.nodeType === Node.ELEMENT_NODE) element(node);
    }
  };
  const language = () => {
    const wanted = isDanish() ? "da" : "en";
    if (document.documentElement.lang === wanted) return wanted;
    document.documentElement.lang = wanted;
    if (wanted === "da") visit(document.documentElement, setText, setAttributes);
    else visit(document.documentElement, setBack, setBack);
    window.dispatchEvent(new Event("languagechange"));
    return wanted;
  };
  const makeReachable = (node) => {
    const tables = node.querySelectorAll ? node.querySelectorAll("[data-testid='stTable'] > div") : [];
    tables.forEach((table) => { table.tabIndex = 0; });
  };
  const observe = (changes) => {
    changes.forEach((change) => change.addedNodes.forEach(makeReachable));
    if (language() !== "da") return;
    for (const change of changes) {
      if (change.type === "characterData") setText(change.target);
      else if (change.type === "attributes") setAttributes(change.target);
      else change.addedNodes.forEach((node) => visit(node, setText, setAttributes));
    }
  };
  new MutationObserver(observe).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
})();

// Streamlit's own widgets speak English only. Where the page is Danish, their words are replaced as they appear.
// It also leaves word of a narrow window, for charts with shorter labels.
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
    "Rerun": "Kør igen",
    "Settings": "Indstillinger",
    "Print": "Udskriv",
    "Save as PNG": "Gem som PNG",
    "Save as SVG": "Gem som SVG",
    "Oh no.": "Noget gik galt.",
  }));
  const patterns = [
    [/^(\d+)MB per file(.*)$/, "$1 MB pr. fil$2"],
    [/^Limit (\d+)MB per file(.*)$/, "Højst $1 MB pr. fil$2"],
    [/^Press Enter to add:? ?(.*)$/, "Tryk Enter for at tilføje $1"],
    [/^Add: ?(.*)$/, "Tilføj: $1"],
    [/^File must be (.*) or smaller\.$/, "Filen må højst fylde $1."],
    [/^Remove (.+)$/, "Fjern $1"],
    [/^(.+) files are not allowed\.$/, "Filer af typen $1 kan ikke indlæses."],
  ];
  const attributes = ["aria-label", "title", "placeholder", "alt"];
  const isDanish = () => {
    const chosen = new URLSearchParams(location.search).get("lang");
    return (chosen || document.documentElement.dataset.language) === "da";
  };
  const translated = (words) => {
    const key = words.trim();
    if (danish.has(key)) return words.replace(key, danish.get(key));
    const found = patterns.find(([pattern]) => pattern.test(key));
    return found ? words.replace(key, key.replace(found[0], found[1])) : words;
  };
  const skip = (element) => element.closest("[data-testid='stMarkdownContainer'], [data-testid='stTable'], svg, canvas");
  const setText = (node) => {
    const better = translated(node.nodeValue);
    if (better !== node.nodeValue && node.parentElement && !isOurs(node.parentElement)) node.nodeValue = better;
  };
  const isOurs = (element) => Boolean(skip(element)) && !element.closest("[data-testid='stFileUploader']");
  const setAttributes = (element) => {
    for (const name of attributes) {
      const words = element.getAttribute(name);
      if (words && translated(words) !== words) element.setAttribute(name, translated(words));
    }
  };
  const visit = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return setText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return undefined;
    setAttributes(root);
    root.querySelectorAll("*").forEach(setAttributes);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) setText(walker.currentNode);
    return undefined;
  };
  const language = () => {
    const wanted = isDanish() ? "da" : "en";
    if (document.documentElement.lang !== wanted) document.documentElement.lang = wanted;
    return wanted;
  };
  const observe = (changes) => {
    if (language() !== "da") return;
    for (const change of changes) {
      if (change.type === "characterData") setText(change.target);
      else if (change.type === "attributes") setAttributes(change.target);
      else change.addedNodes.forEach(visit);
    }
  };
  document.documentElement.dataset.language = document.documentElement.lang;
  new MutationObserver(observe).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
})();

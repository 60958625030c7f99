// What was dropped on a page: files, and folders with all that is in them. A file in a folder is called by its way there.
(() => {
  "use strict";

  window.consiliumDropped = async function dropped(transfer) {
    const entries = [...transfer.items]
      .map((item) => (item.webkitGetAsEntry ? item.webkitGetAsEntry() : null))
      .filter((entry) => entry);
    if (entries.length === 0) {
      return [...transfer.files].map((file) => ({ file, name: file.name }));
    }
    const found = [];
    for (const entry of entries) {
      await walk(entry, "", found);
    }
    return found;
  };

  async function walk(entry, way, found) {
    if (entry.isFile) {
      const file = await new Promise((give, fail) => entry.file(give, fail)).catch(() => null);
      if (file) {
        found.push({ file, name: way + file.name });
      }
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((give) => reader.readEntries(give, () => give([])));
      if (some.length === 0) {
        return;
      }
      for (const inside of some) {
        await walk(inside, way + entry.name + "/", found);
      }
    }
  }
})();

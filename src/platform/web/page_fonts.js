// The fonts of the page, for text that the module's own lack: measured and drawn on a 2D canvas that is in no document.
// An Emscripten JavaScript library; page_fonts.cpp calls it.
/* eslint max-params: "off" */

const atlas_page_fonts = {
  $PageFonts: {
    /** @type {CanvasRenderingContext2D | null | undefined} */ brush: undefined,
    family: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif",
    // Null where nobody may read what is drawn, as in browsers that answer with noise.
    get: function () {
      if (PageFonts.brush !== undefined) return PageFonts.brush;
      const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      PageFonts.brush = null;
      if (!brush) return null;
      brush.fillStyle = '#fff';
      brush.fillRect(0, 0, 1, 1);
      const [red, , , shown, , , , clear] = brush.getImageData(0, 0, 2, 1).data;
      if (red > 250 && shown > 250 && clear < 5) PageFonts.brush = brush;
      return PageFonts.brush;
    },
    // Again before each use: a canvas of another size has forgotten everything.
    dip: function (weight, size) {
      const brush = PageFonts.brush;
      brush.font = weight + ' ' + size + 'px ' + PageFonts.family;
      brush.textRendering = 'geometricPrecision';
      brush.fillStyle = '#fff';
      return brush;
    },
    shown: null, // what page_fonts_pixels is to draw
  },

  // In em; below zero: there is nothing to draw with.
  page_fonts_measure: function (run, length, weight) {
    return PageFonts.get() === null ? -1 : PageFonts.dip(weight, 64).measureText(UTF8ToString(run, length)).width / 64;
  },
  // The box of a run, for page_fonts_pixels: left, top, width, height in `box`. `width`: what it is to measure.
  page_fonts_box: function (run, length, weight, size, width, is_right_to_left, box) {
    const text = UTF8ToString(run, length);
    const brush = PageFonts.dip(weight, size);
    const direction = (brush.direction = is_right_to_left ? 'rtl' : 'ltr');
    brush.textAlign = 'left';
    const ink = brush.measureText(text);
    const scale = ink.width > 0 ? width / ink.width : 1;
    const left = Math.floor(-ink.actualBoundingBoxLeft * scale) - 1;
    const top = Math.floor(-ink.actualBoundingBoxAscent) - 1;
    const right = Math.min(Math.ceil(ink.actualBoundingBoxRight * scale) + 1, left + 4096);
    const bottom = Math.min(Math.ceil(ink.actualBoundingBoxDescent) + 1, top + 1024);
    PageFonts.shown = { text, weight, size, direction, scale, left, top };
    HEAP32.set([left, top, right - left, bottom - top], box >> 2);
  },
  page_fonts_pixels: function (width, height, pixels) {
    const { text, weight, size, direction, scale, left, top } = PageFonts.shown;
    const { canvas } = PageFonts.brush;
    canvas.width = width;
    canvas.height = height;
    const brush = PageFonts.dip(weight, size);
    brush.direction = direction;
    brush.textAlign = 'left';
    brush.setTransform(scale, 0, 0, 1, -left, -top);
    brush.fillText(text, 0, 0);
    HEAPU8.set(brush.getImageData(0, 0, width, height).data, pixels);
  },
};

autoAddDeps(atlas_page_fonts, '$PageFonts');
mergeInto(LibraryManager.library, atlas_page_fonts);

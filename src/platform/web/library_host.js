// The functions of host.hpp: each passes its arguments on to `Module.host`, which the page gives
// when it makes the module. ES2017 at most: Emscripten 3.1.6 parses this.
mergeInto(LibraryManager.library, {
  $host_text: function (pointer, length) {
    return UTF8Decoder.decode(HEAPU8.subarray(pointer, pointer + length));
  },
  $UTF8Decoder: 'new TextDecoder("utf-8")',

  host_mount__deps: ['$ATLASFS', '$FS'],
  host_mount: function (path) {
    ATLASFS.mount_folder(UTF8ToString(path), Module['host']);
  },

  host_flush: function (ticket) {
    Module['host'].flush(ticket);
  },

  host_owns: function (path) {
    return Module['host'].owns(UTF8ToString(path)) ? 1 : 0;
  },

  host_save_file__deps: ['$host_text', '$UTF8Decoder'],
  host_save_file: function (name, name_length, mime, mime_length, bytes, length) {
    Module['host'].saveFile(
      host_text(name, name_length),
      host_text(mime, mime_length),
      HEAPU8.slice(bytes, bytes + length)
    );
  },

  host_request_open: function () {
    Module['host'].requestOpen();
  },

  host_request_open_folder: function () {
    Module['host'].requestOpenFolder();
  },

  host_rasterise__deps: ['$host_text', '$UTF8Decoder', 'malloc'],
  host_rasterise: function (run, length, size_px, semibold, ink, bitmap) {
    var drawn = Module['host'].rasterise(host_text(run, length), size_px, semibold !== 0, ink);
    if (!drawn) return;
    var pixels = _malloc(drawn.pixels.length);
    HEAPU8.set(drawn.pixels, pixels);
    HEAP32[bitmap >> 2] = drawn.width;
    HEAP32[(bitmap + 4) >> 2] = drawn.height;
    HEAPF32[(bitmap + 8) >> 2] = drawn.baseline;
    HEAP32[(bitmap + 12) >> 2] = drawn.coloured ? 1 : 0;
    HEAP32[(bitmap + 16) >> 2] = pixels;
  },
});

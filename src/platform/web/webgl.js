// WebGL 2 for the one context of a module, which nobody else draws with: its state is set once, when it is made or comes
// back, and never asked for. An Emscripten JavaScript library; renderer.cpp calls it. Emscripten copies each function's
// text, hence the old notation.
/* eslint max-params: "off" */

const atlas_webgl = {
  $Surface: {
    /** @type {WebGL2RenderingContext} */ gl: null,
    /** @type {(WebGLTexture | null)[]} by number; 0 is none */ textures: [null],
    width: 0,
    height: 0,
    bound: -1, // texture of the last draw
    // `view` (px to clip space: scale, then offset) is a constant attribute, not a uniform, and all places are fixed here:
    // to learn a uniform's place the page would wait until the program is linked.
    vertex: `#version 300 es
layout(location = 0) in highp vec2 at;
layout(location = 1) in highp vec2 texel;
layout(location = 2) in lowp vec4 colour;
layout(location = 3) in highp vec4 view;
out highp vec2 place;
out lowp vec4 ink;
void main() {
  place = texel;
  ink = colour;
  gl_Position = vec4(at * view.xy + view.zw, 0.0, 1.0);
}`,
    fragment: `#version 300 es
uniform lowp sampler2D glyphs;
in highp vec2 place;
in lowp vec4 ink;
out lowp vec4 colour;
void main() {
  colour = ink * texture(glyphs, place);
}`,
    add_shader: function (program, type, source) {
      const shader = Surface.gl.createShader(type);
      Surface.gl.shaderSource(shader, source);
      Surface.gl.compileShader(shader);
      Surface.gl.attachShader(program, shader);
    },
    // One program, one vertex format (ImDrawVert: two floats, two floats, four bytes), two buffers.
    prepare: function () {
      const gl = Surface.gl;
      const program = gl.createProgram();
      Surface.add_shader(program, gl.VERTEX_SHADER, Surface.vertex);
      Surface.add_shader(program, gl.FRAGMENT_SHADER, Surface.fragment);
      gl.linkProgram(program);
      gl.useProgram(program);
      gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, 0);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, 8);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, 16);
      for (let i = 0; i < 3; ++i) gl.enableVertexAttribArray(i);
      gl.enable(gl.BLEND);
      gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.enable(gl.SCISSOR_TEST);
      Surface.textures = [null];
      Surface.bound = -1;
      Surface.width = Surface.height = 0;
    },
  },

  // The context of the canvas that the page handed over, where web/src/shell.js has made one.
  surface_create: function () {
    Surface.gl = Module['canvas'].getContext('webgl2');
    if (Surface.gl) Surface.prepare();
    return Surface.gl ? 1 : 0;
  },
  // After a loss: everything that was made in the context is gone.
  surface_restore: function () {
    Surface.prepare();
  },
  surface_destroy: function () {
    Surface.gl = null;
    Surface.textures = [null];
  },

  surface_texture: function (width, height, pixels) {
    const gl = Surface.gl;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, HEAPU8, pixels);
    Surface.bound = Surface.textures.push(texture) - 1;
    return Surface.bound;
  },
  // A part of a texture; `pixels` lie in rows of `row` texels.
  surface_texture_part: function (id, x, y, width, height, pixels, row) {
    const gl = Surface.gl;
    gl.bindTexture(gl.TEXTURE_2D, Surface.textures[id]);
    Surface.bound = id;
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, row);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, HEAPU8, pixels);
  },
  surface_drop_texture: function (id) {
    Surface.gl.deleteTexture(Surface.textures[id]);
    Surface.textures[id] = null;
    Surface.bound = -1;
  },

  // A frame of this size in device px, which shows so many px.
  surface_begin: function (width, height, width_px, height_px) {
    const gl = Surface.gl;
    if (width !== Surface.width || height !== Surface.height) gl.viewport(0, 0, width, height);
    Surface.width = width;
    Surface.height = height;
    gl.vertexAttrib4f(3, 2 / width_px, -2 / height_px, -1, 1);
  },
  // New storage each frame: the one before may still be read.
  surface_upload: function (vertices, vertex_bytes, indices, index_bytes) {
    const gl = Surface.gl;
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8, gl.STREAM_DRAW, vertices, vertex_bytes);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU8, gl.STREAM_DRAW, indices, index_bytes);
  },
  // Triangles inside a box of device px, counted from the top left.
  surface_draw: function (texture, left, top, width, height, first, count) {
    const gl = Surface.gl;
    if (texture !== Surface.bound) gl.bindTexture(gl.TEXTURE_2D, Surface.textures[texture]);
    Surface.bound = texture;
    gl.scissor(left, Surface.height - top - height, width, height);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
  },
};

autoAddDeps(atlas_webgl, '$Surface');
mergeInto(LibraryManager.library, atlas_webgl);

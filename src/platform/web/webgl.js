// WebGL 2 for the one context of a module: the functions that Dear ImGui's OpenGL backend calls, as an Emscripten
// JavaScript library in place of Emscripten's own, which knows all of OpenGL ES and is four times this size. Objects go
// by number: the index in `objects`, and the object's own `id`, so that glGet can give it back. Emscripten copies each
// function's text, hence the old notation.
/* eslint max-params: "off" */

const atlas_webgl = {
  $Surface: {
    /** @type {WebGL2RenderingContext} */ gl: null,
    objects: [null],
    texts: {},
    /** @param {any} object @returns {number} 0 for an object that a lost context could not make */
    keep: function (object) {
      if (!object) return 0;
      object.id = Surface.objects.push(object) - 1;
      return object.id;
    },
    generate: function (count, at, make) {
      for (let i = 0; i < count; ++i) HEAP32[(at >> 2) + i] = Surface.keep(make());
    },
    drop: function (count, at, end) {
      for (let i = 0; i < count; ++i) {
        const id = HEAP32[(at >> 2) + i];
        if (Surface.objects[id]) end(Surface.objects[id]);
        Surface.objects[id] = null;
      }
    },
    parameter: function (value, at) {
      if (value && value.length !== undefined) for (let i = 0; i < value.length; ++i) HEAP32[(at >> 2) + i] = value[i];
      else HEAP32[at >> 2] = value && typeof value === 'object' ? value.id : Number(value);
    },
  },

  // The context of the canvas that the page handed over, where web/src/shell.js has made one.
  surface_create: function () {
    Surface.gl = Module['canvas'].getContext('webgl2');
    return Surface.gl ? 1 : 0;
  },
  surface_destroy: function () {
    Surface.gl = null;
    Surface.objects = [null];
  },

  glActiveTexture: function (unit) {
    Surface.gl.activeTexture(unit);
  },
  glAttachShader: function (program, shader) {
    Surface.gl.attachShader(Surface.objects[program], Surface.objects[shader]);
  },
  glBindBuffer: function (target, id) {
    Surface.gl.bindBuffer(target, Surface.objects[id]);
  },
  glBindSampler: function (unit, id) {
    Surface.gl.bindSampler(unit, Surface.objects[id]);
  },
  glBindTexture: function (target, id) {
    Surface.gl.bindTexture(target, Surface.objects[id]);
  },
  glBindVertexArray: function (id) {
    Surface.gl.bindVertexArray(Surface.objects[id]);
  },
  glBlendEquation: function (mode) {
    Surface.gl.blendEquation(mode);
  },
  glBlendEquationSeparate: function (rgb, alpha) {
    Surface.gl.blendEquationSeparate(rgb, alpha);
  },
  glBlendFuncSeparate: function (from_rgb, to_rgb, from_alpha, to_alpha) {
    Surface.gl.blendFuncSeparate(from_rgb, to_rgb, from_alpha, to_alpha);
  },
  glBufferData: function (target, size, data, usage) {
    if (data) Surface.gl.bufferData(target, HEAPU8, usage, data, size);
    else Surface.gl.bufferData(target, size, usage);
  },
  glBufferSubData: function (target, offset, size, data) {
    Surface.gl.bufferSubData(target, offset, HEAPU8, data, size);
  },
  glCompileShader: function (id) {
    Surface.gl.compileShader(Surface.objects[id]);
  },
  glCreateProgram: function () {
    return Surface.keep(Surface.gl.createProgram());
  },
  glCreateShader: function (type) {
    return Surface.keep(Surface.gl.createShader(type));
  },
  glDeleteBuffers: function (count, at) {
    Surface.drop(count, at, (each) => Surface.gl.deleteBuffer(each));
  },
  glDeleteTextures: function (count, at) {
    Surface.drop(count, at, (each) => Surface.gl.deleteTexture(each));
  },
  glDeleteVertexArrays: function (count, at) {
    Surface.drop(count, at, (each) => Surface.gl.deleteVertexArray(each));
  },
  glDeleteProgram: function (id) {
    Surface.gl.deleteProgram(Surface.objects[id]);
    Surface.objects[id] = null;
  },
  glDeleteShader: function (id) {
    Surface.gl.deleteShader(Surface.objects[id]);
    Surface.objects[id] = null;
  },
  glDetachShader: function (program, shader) {
    Surface.gl.detachShader(Surface.objects[program], Surface.objects[shader]);
  },
  glDisable: function (what) {
    Surface.gl.disable(what);
  },
  glDrawElements: function (mode, count, type, offset) {
    Surface.gl.drawElements(mode, count, type, offset);
  },
  glEnable: function (what) {
    Surface.gl.enable(what);
  },
  glEnableVertexAttribArray: function (index) {
    Surface.gl.enableVertexAttribArray(index);
  },
  glGenBuffers: function (count, at) {
    Surface.generate(count, at, () => Surface.gl.createBuffer());
  },
  glGenTextures: function (count, at) {
    Surface.generate(count, at, () => Surface.gl.createTexture());
  },
  glGenVertexArrays: function (count, at) {
    Surface.generate(count, at, () => Surface.gl.createVertexArray());
  },
  glGetAttribLocation: function (program, name) {
    return Surface.gl.getAttribLocation(Surface.objects[program], UTF8ToString(name));
  },
  // GL_MAJOR_VERSION and GL_MINOR_VERSION (0x821B, 0x821C) are no WebGL parameters
  glGetIntegerv: function (name, at) {
    Surface.parameter(name === 0x821b ? 3 : name === 0x821c ? 0 : Surface.gl.getParameter(name), at);
  },
  glGetProgramInfoLog: function () {},
  glGetShaderInfoLog: function () {},
  // GL_INFO_LOG_LENGTH (0x8B84): the browser's own console has the log
  glGetProgramiv: function (id, name, at) {
    HEAP32[at >> 2] = name === 0x8b84 ? 0 : Number(Surface.gl.getProgramParameter(Surface.objects[id], name));
  },
  glGetShaderiv: function (id, name, at) {
    HEAP32[at >> 2] = name === 0x8b84 ? 0 : Number(Surface.gl.getShaderParameter(Surface.objects[id], name));
  },
  // GL_VERSION (0x1F02) as OpenGL ES writes it; kept, because the caller never frees it
  glGetString: function (name) {
    if (!Surface.texts[name]) {
      const text = name === 0x1f02 ? 'OpenGL ES 3.0' : String(Surface.gl.getParameter(name));
      const bytes = new TextEncoder().encode(text + '\0');
      HEAPU8.set(bytes, (Surface.texts[name] = _malloc(bytes.length)));
    }
    return Surface.texts[name];
  },
  glGetString__deps: ['malloc'],
  glGetUniformLocation: function (program, name) {
    return Surface.keep(Surface.gl.getUniformLocation(Surface.objects[program], UTF8ToString(name))) || -1;
  },
  glIsEnabled: function (what) {
    return Surface.gl.isEnabled(what);
  },
  glIsProgram: function (id) {
    return Surface.gl.isProgram(Surface.objects[id] || null);
  },
  glLinkProgram: function (id) {
    Surface.gl.linkProgram(Surface.objects[id]);
  },
  glPixelStorei: function (name, value) {
    Surface.gl.pixelStorei(name, value);
  },
  glScissor: function (x, y, width, height) {
    Surface.gl.scissor(x, y, width, height);
  },
  glShaderSource: function (id, count, texts, lengths) {
    let source = '';
    for (let i = 0; i < count; ++i) {
      const length = lengths ? HEAP32[(lengths >> 2) + i] : -1;
      source += UTF8ToString(HEAP32[(texts >> 2) + i], length < 0 ? undefined : length);
    }
    Surface.gl.shaderSource(Surface.objects[id], source);
  },
  // bytes are the only texels that the backend sends
  glTexImage2D: function (target, level, kind, width, height, border, format, type, at) {
    Surface.gl.texImage2D(target, level, kind, width, height, border, format, type, at ? HEAPU8 : null, at);
  },
  glTexSubImage2D: function (target, level, x, y, width, height, format, type, at) {
    Surface.gl.texSubImage2D(target, level, x, y, width, height, format, type, HEAPU8, at);
  },
  glTexParameteri: function (target, name, value) {
    Surface.gl.texParameteri(target, name, value);
  },
  glUniform1i: function (location, value) {
    Surface.gl.uniform1i(Surface.objects[location], value);
  },
  glUniformMatrix4fv: function (location, count, transpose, at) {
    Surface.gl.uniformMatrix4fv(Surface.objects[location], Boolean(transpose), HEAPF32, at >> 2, count * 16);
  },
  glUseProgram: function (id) {
    Surface.gl.useProgram(Surface.objects[id]);
  },
  glVertexAttribPointer: function (index, size, type, is_normal, stride, offset) {
    Surface.gl.vertexAttribPointer(index, size, type, Boolean(is_normal), stride, offset);
  },
  glViewport: function (x, y, width, height) {
    Surface.gl.viewport(x, y, width, height);
  },
};

autoAddDeps(atlas_webgl, '$Surface');
mergeInto(LibraryManager.library, atlas_webgl);

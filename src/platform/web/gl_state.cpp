// Answers that ImGui's OpenGL backend gets when it saves the state of a context to restore it after
// drawing. The context is ours alone, so the state is always that of a fresh one; really asking
// would make each frame wait until the browser's GPU process has drawn the one before.
// CMakeLists.txt puts these in the place of glGetIntegerv and glIsEnabled for the backend only.
#include <GLES3/gl3.h>

#include <algorithm>

extern "C" {

void atlas_gl_integer(GLenum name, GLint* values);
GLboolean atlas_gl_enabled(GLenum capability);

void atlas_gl_integer(GLenum name, GLint* values) {
  switch (name) {
    case GL_MAX_TEXTURE_SIZE:
      glGetIntegerv(name, values);
      return;
    case GL_MAJOR_VERSION:
      *values = 3;
      return;
    case GL_ACTIVE_TEXTURE:
      *values = GL_TEXTURE0;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *values = GL_ONE;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *values = GL_FUNC_ADD;
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      std::fill_n(values, 4, 0);
      return;
    default:
      *values = 0;  // nothing bound
  }
}

GLboolean atlas_gl_enabled(GLenum /*capability*/) {
  return GL_FALSE;
}

}  // extern "C"

/* The words of a text, as `words.in_python` tells them; the runs of words of which `copies` keeps fingerprints; what `kin` compares.

   What is a word of plain letters, or a mark that stands for itself, is told here; anything else is asked of the pattern in words.py. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

typedef struct { int kind; const void *data; Py_ssize_t stop; } Text;

static Py_UCS4 at(const Text *t, Py_ssize_t i) { return i < t->stop ? PyUnicode_READ(t->kind, t->data, i) : ' '; } /* behind the end as before a space */
static int letter(Py_UCS4 c) { return (c | 32) - 'a' < 26; }
static int one_of(Py_UCS4 c, const char *marks) { return c && c < 128 && strchr(marks, (int)c); }
static int of_word(Py_UCS4 c) { return c == '_' || (c < 128 ? letter(c) || c - '0' < 10 : Py_UNICODE_ISALNUM(c)); }
static int apostrophe(Py_UCS4 c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2bc; }
static int curly(Py_UCS4 c) { return c >= 0x2018 && c <= 0x201d && c != 0x201a && c != 0x201b; }

static int shortened(const Text *t, Py_ssize_t low, Py_ssize_t high) { /* whether a full stop behind these letters may be part of them */
    static const char *const known[] = {"Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "Gov", "Sen", "Rep", "Gen", "Lt", "Col", "Sgt", "Prof", "Rev", "vs"};
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        Py_ssize_t n = (Py_ssize_t)strlen(known[k]), i = 0;
        while (i < n && low + i < high && at(t, low + i) == (Py_UCS4)known[k][i]) i++;
        if (i == n && low + n == high) return 1;
    }
    return high - low < 2;
}

/* Where the plain word ends that begins at a letter; 0 where the pattern must tell. */
static Py_ssize_t plain_word(const Text *t, Py_ssize_t low) {
    Py_ssize_t high = low;
    while (1) {
        while (letter(at(t, high))) high++;
        if (!apostrophe(at(t, high)) || !letter(at(t, high + 1))) break;
        high++;
    }
    Py_UCS4 c = at(t, high), next = at(t, high + 1);
    if (c == ' ' || c == '\n' || one_of(c, ",;:?\")")) return high;
    if (c == '.') return shortened(t, low, high) ? 0 : high;
    if (c == '!') return one_of(next, "#@$%!") ? 0 : high;
    if (c == '-') return next == '-' ? 0 : high;
    if (c == 0x2014 || c == 0x2013) return high - low < 2 ? 0 : high;
    if (curly(c) || c == '\'') return next < 128 && !one_of(next, "0123456789[]_") ? high : 0;
    return 0;
}

static int plain_mark(const Text *t, Py_ssize_t low) { /* whether a character by itself is a mark, whatever comes next */
    Py_UCS4 c = at(t, low);
    if (c == '.') return at(t, low + 1) != '.' && !(at(t, low + 1) == ' ' && at(t, low + 2) == '.');
    return one_of(c, ",;:?!\"'()") || curly(c);
}

static PyObject *told(PyObject *type, PyObject *text, Py_ssize_t low, Py_ssize_t high, Py_ssize_t shift, PyObject *kind, int spaced) {
    PyObject *word = PyUnicode_Substring(text, low, high);
    PyObject *in = word ? Py_BuildValue("(NnnOOO)", word, low + shift, high + shift, kind, spaced ? Py_True : Py_False, Py_False) : NULL;
    PyObject *args = in ? PyTuple_Pack(1, in) : NULL, *made = args ? PyTuple_Type.tp_new((PyTypeObject *)type, args, NULL) : NULL;
    Py_XDECREF(in), Py_XDECREF(args);
    return made;
}

static PyObject *tokens(PyObject *module, PyObject *args) {
    PyObject *text, *type, *odd, *found = NULL, *names[2] = {NULL, NULL};
    Py_ssize_t low, stop, shift, last;
    if (!PyArg_ParseTuple(args, "UnnnO!O", &text, &low, &stop, &shift, &PyType_Type, &type, &odd)) return NULL;
    if (!PyType_IsSubtype((PyTypeObject *)type, &PyTuple_Type)) return PyErr_Format(PyExc_TypeError, "a word is a tuple");
    if (low < 0) return PyErr_Format(PyExc_IndexError, "no such place");
    if (stop > PyUnicode_GET_LENGTH(text)) stop = PyUnicode_GET_LENGTH(text);
    Text t = {PyUnicode_KIND(text), PyUnicode_DATA(text), stop};
    names[0] = PyUnicode_InternFromString("word"), names[1] = PyUnicode_InternFromString("mark"), found = PyList_New(0);
    if (!names[0] || !names[1] || !found) goto failed;
    last = low ? -1 : 0;
    while (1) {
        while (low < stop && Py_UNICODE_ISSPACE(at(&t, low))) low++;
        if (low >= stop) break;
        int word = letter(at(&t, low));
        Py_ssize_t high = word ? plain_word(&t, low) : plain_mark(&t, low) ? low + 1 : 0;
        PyObject *kind = names[!word], *answer = NULL;
        if (!high) { /* where it ends, and its kind */
            if (!(answer = PyObject_CallFunction(odd, "Onn", text, low, stop))) goto failed;
            if (!PyTuple_Check(answer)) PyErr_SetString(PyExc_TypeError, "no place and kind");
            else if (PyArg_ParseTuple(answer, "nO", &high, &kind) && (high <= low || high > stop)) PyErr_SetString(PyExc_ValueError, "no end of a word");
            if (PyErr_Occurred()) {
                Py_DECREF(answer);
                goto failed;
            }
        }
        PyObject *made = told(type, text, low, high, shift, kind, low != last);
        Py_XDECREF(answer);
        int failed = !made || PyList_Append(found, made) < 0;
        Py_XDECREF(made);
        if (failed) goto failed;
        low = last = high;
    }
    Py_DECREF(names[0]), Py_DECREF(names[1]);
    return found;
failed:
    Py_XDECREF(names[0]), Py_XDECREF(names[1]), Py_XDECREF(found);
    return NULL;
}

/* ---- runs ------------------------------------------------------------------------------------------------------------ */
static uint32_t crc_of[256];

static void fill_crc(void) {
    for (uint32_t n = 0; n < 256; n++) {
        uint32_t c = n;
        for (int k = 0; k < 8; k++) c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
        crc_of[n] = c;
    }
}

static unsigned char *encode(unsigned char *to, Py_UCS4 c) { /* as UTF-8 */
    if (c < 0x80) { *to++ = c; return to; }
    if (c < 0x800) *to++ = 0xc0 | c >> 6;
    else if (c < 0x10000) *to++ = 0xe0 | c >> 12, *to++ = 0x80 | (c >> 6 & 63);
    else *to++ = 0xf0 | c >> 18, *to++ = 0x80 | (c >> 12 & 63), *to++ = 0x80 | (c >> 6 & 63);
    *to++ = 0x80 | (c & 63);
    return to;
}

static PyObject *runs(PyObject *module, PyObject *args) {
    PyObject *text, *found = NULL;
    Py_ssize_t many, keep, words = 0;
    if (!PyArg_ParseTuple(args, "Unn", &text, &many, &keep)) return NULL;
    if (many < 1 || keep < 1) return PyErr_Format(PyExc_ValueError, "a run has words");
    Text t = {PyUnicode_KIND(text), PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text)};
    unsigned char *bytes = PyMem_Malloc(5 * (t.stop + 1)), *to = bytes; /* every word with a space behind it */
    Py_ssize_t *begins = PyMem_Malloc((t.stop / 2 + 2) * sizeof *begins);
    if (!bytes || !begins) { PyErr_NoMemory(); goto end; }
    for (Py_ssize_t i = 0, inside = 0; i <= t.stop; i++) {
        Py_UCS4 c = at(&t, i);
        int word = of_word(c);
        if (word && !inside) begins[words++] = to - bytes;
        if (word) to = encode(to, c);
        else if (inside) *to++ = ' ';
        inside = word;
    }
    begins[words] = to - bytes;
    found = PyList_New(0);
    for (Py_ssize_t k = 0; found && k + many <= words; k++) {
        uint32_t crc = 0xffffffffu;
        for (Py_ssize_t i = begins[k]; i < begins[k + many] - 1; i++) crc = crc_of[(crc ^ bytes[i]) & 255] ^ crc >> 8;
        if ((crc = ~crc) % keep) continue;
        PyObject *number = PyLong_FromUnsignedLong(crc);
        if (!number || PyList_Append(found, number) < 0) Py_CLEAR(found);
        Py_XDECREF(number);
    }
end:
    PyMem_Free(bytes), PyMem_Free(begins);
    return found;
}

/* ---- profiles -------------------------------------------------------------------------------------------------------- */
static int latin(Py_UCS4 c) { return letter(c) || (c >= 0xc0 && c <= 0xff); }
static int small(Py_UCS4 c) { return c - 'a' < 26; }

static int add_part(PyObject *set, PyObject *text, Py_ssize_t low, Py_ssize_t high) {
    PyObject *part = PyUnicode_Substring(text, low, high);
    int failed = !part || PySet_Add(set, part) < 0;
    Py_XDECREF(part);
    return failed ? -1 : 0;
}

static PyObject *telling(PyObject *module, PyObject *args) {
    PyObject *text;
    Py_ssize_t least, high;
    if (!PyArg_ParseTuple(args, "Un", &text, &least)) return NULL;
    Text t = {PyUnicode_KIND(text), PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text)};
    PyObject *names = PyFrozenSet_New(NULL), *words = PyFrozenSet_New(NULL);
    int failed = !names || !words;
    for (Py_ssize_t low = 0; !failed && low < t.stop; low = high) { /* a capital at the beginning of a word, and letters behind it */
        high = low + 1;
        if (!letter(at(&t, low)) || small(at(&t, low)) || (low && of_word(at(&t, low - 1)))) continue;
        while (latin(at(&t, high))) high++;
        failed = high - low > 1 && add_part(names, text, low, high) < 0;
    }
    for (Py_ssize_t low = 0; !failed && low < t.stop; low = high + 1) {
        for (high = low; small(at(&t, high));) high++;
        failed = high - low >= least && add_part(words, text, low, high) < 0;
    }
    PyObject *result = failed ? NULL : PyTuple_Pack(2, names, words);
    Py_XDECREF(names), Py_XDECREF(words);
    return result;
}

static PyMethodDef methods[] = {
    {"telling", telling, METH_VARARGS, "The words of a text that begin with a capital, and the long ones in small letters."},
    {"tokens", tokens, METH_VARARGS, "The words and marks of a piece of a text that has no square bracket."},
    {"runs", runs, METH_VARARGS, "CRC-32 of every so many words of a text that follow one another, of one in so many."},
    {NULL},
};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_words", "The words of a text.", -1, methods};

PyMODINIT_FUNC PyInit__words(void) {
    fill_crc();
    return PyModule_Create(&module);
}

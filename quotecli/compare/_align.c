/* Which words of two wordings stand for each other: `align.read_in_python`, `align_units` and `placed` once more.

   The numbers of the rules come in as arguments, and every sum is made in the order in which Python makes it: both give the same answers,
   to the last bit. Nothing is kept between two calls. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

typedef struct { double word_gap, mark_gap, unlike, edge, row, rare; Py_ssize_t small, large, margin; } Rules;
typedef struct { int32_t key, begin, mark, figure; Py_ssize_t word, end; } Unit; /* `key` and `begin` are numbers of forms, and of their openings */
typedef struct { Py_ssize_t i, j; } Step;                                        /* -1 where one has nothing */
typedef struct { Py_ssize_t a[2], b[2], begun; int same; } Place;
typedef struct {
    Rules rules;
    Unit *a, *b;
    Py_ssize_t size_a, size_b, steps, places;
    double *gain, *row; /* of a form that agrees, unless it is a mark; of the table, the row at hand */
    char *run, *moves;
    int32_t *times_a, *times_b;
    Py_ssize_t *place;
    double *weight;
    Step *path;
    Place *found;
    PyObject *numbers, *begins, *weigh;
} Table;

/* ---- reading --------------------------------------------------------------------------------------------------------- */
static int32_t number_of(PyObject *numbers, PyObject *key) { /* its number, a new one where it has none; -1 for an error */
    PyObject *known = PyDict_GetItemWithError(numbers, key);
    if (known) return (int32_t)PyLong_AsLong(known);
    if (PyErr_Occurred()) return -1;
    int32_t number = (int32_t)PyDict_GET_SIZE(numbers);
    PyObject *told = PyLong_FromLong(number);
    int failed = !told || PyDict_SetItem(numbers, key, told) < 0;
    Py_XDECREF(told);
    return failed ? -1 : number;
}

static int read_unit(Table *t, PyObject *unit, Unit *into) {
    if (!PyTuple_Check(unit) || PyTuple_GET_SIZE(unit) != 4 || !PyUnicode_Check(PyTuple_GET_ITEM(unit, 1))) {
        PyErr_SetString(PyExc_TypeError, "not a unit");
        return -1;
    }
    PyObject *key = PyTuple_GET_ITEM(unit, 1), *begin;
    into->word = PyLong_AsSsize_t(PyTuple_GET_ITEM(unit, 0)), into->end = PyLong_AsSsize_t(PyTuple_GET_ITEM(unit, 3));
    into->mark = PyObject_IsTrue(PyTuple_GET_ITEM(unit, 2));
    if (PyErr_Occurred()) return -1;
    Py_ssize_t known = PyDict_GET_SIZE(t->numbers);
    if ((into->key = number_of(t->numbers, key)) < 0) return -1;
    if (into->key == known) t->weight[known] = -1;
    if (!into->mark && t->weight[into->key] < 0) {
        PyObject *weight = PyObject_CallOneArg(t->weigh, key);
        t->weight[into->key] = weight ? PyFloat_AsDouble(weight) : -1;
        Py_XDECREF(weight);
        if (PyErr_Occurred()) return -1;
    }
    into->figure = PyUnicode_GET_LENGTH(key) && Py_UNICODE_ISDIGIT(PyUnicode_READ_CHAR(key, 0));
    if (PyUnicode_GET_LENGTH(key) <= 4) return (into->begin = number_of(t->begins, key));
    if (!(begin = PyUnicode_Substring(key, 0, 4))) return -1;
    into->begin = number_of(t->begins, begin);
    Py_DECREF(begin);
    return into->begin;
}

/* ---- the table ------------------------------------------------------------------------------------------------------- */
static void step(Table *t, Py_ssize_t i, Py_ssize_t j) { t->path[t->steps++] = (Step){i, j}; }

/* `align.needleman` of a[low_a:high_a] and b[low_b:high_b]; 0, or -1 where the table would be too large. */
static int needleman(Table *t, Py_ssize_t low_a, Py_ssize_t high_a, Py_ssize_t low_b, Py_ssize_t high_b, int opens, int closes) {
    const Rules *r = &t->rules;
    const Unit *a = t->a + low_a, *b = t->b + low_b;
    Py_ssize_t height = high_a - low_a, width = high_b - low_b, at = t->steps;
    if (height && width && height > r->large / width) return -1;
    double first = opens ? r->edge : 1.0, end = closes ? r->edge : 1.0, *row = t->row;
    row[0] = 0, memset(t->run, 1, width + 1);
    for (Py_ssize_t j = 0; j < width; j++) row[j + 1] = row[j] + first * (b[j].mark ? r->mark_gap : r->word_gap);
    for (Py_ssize_t i = 0; width && i < height; i++) {
        double gap = a[i].mark ? r->mark_gap : r->word_gap, gain = a[i].mark ? 0.3 : 1.0 + t->weight[a[i].key] / 4;
        double diagonal = row[0], last = i == height - 1 ? end : 1.0;
        char *move = t->moves + i * width, before = t->run[0];
        row[0] = row[0] + first * gap, t->run[0] = 0;
        for (Py_ssize_t j = 1; j <= width; j++) {
            const Unit *other = b + j - 1;
            int agree = a[i].key == other->key;
            double value, up, left;
            if (agree) value = diagonal + (before ? gain + r->row : gain);
            else if (a[i].mark || other->mark) value = diagonal + (a[i].mark && other->mark ? 0.05 : -9.0);
            else value = diagonal + (a[i].figure && other->figure ? -0.1 : a[i].begin == other->begin ? -0.3 : r->unlike);
            char way = 0;
            if ((up = row[j] + (j == width ? end * gap : gap)) > value) value = up, way = 1;
            if ((left = row[j - 1] + last * (other->mark ? r->mark_gap : r->word_gap)) > value) value = left, way = 2;
            diagonal = row[j], row[j] = value, move[j - 1] = way;
            before = t->run[j], t->run[j] = agree && !way;
        }
    }
    if (!height || !width) {
        for (Py_ssize_t i = 0; i < height; i++) step(t, low_a + i, -1);
        for (Py_ssize_t j = 0; j < width; j++) step(t, -1, low_b + j);
        return 0;
    }
    for (Py_ssize_t i = height, j = width; i || j;) { /* last to first */
        int way = !i ? 2 : !j ? 1 : t->moves[(i - 1) * width + j - 1];
        i -= way != 2, j -= way != 1;
        step(t, way != 2 ? low_a + i : -1, way != 1 ? low_b + j : -1);
    }
    for (Py_ssize_t high = t->steps - 1; at < high; at++, high--) {
        Step one = t->path[at];
        t->path[at] = t->path[high], t->path[high] = one;
    }
    return 0;
}

/* `align.anchors` of the stretches: of each unit of a, the place of the one unit of b that it is tied to, or -1. */
static void anchors(Table *t, Py_ssize_t low_a, Py_ssize_t high_a, Py_ssize_t low_b, Py_ssize_t high_b) {
    Py_ssize_t forms = PyDict_GET_SIZE(t->numbers), last = -1;
    int in_order = (high_a - low_a) * (high_b - low_b) >= t->rules.small;
    memset(t->times_a, 0, forms * sizeof *t->times_a), memset(t->times_b, 0, forms * sizeof *t->times_b);
    for (Py_ssize_t i = low_a; i < high_a; i++) t->times_a[t->a[i].key]++, t->place[i] = -1;
    for (Py_ssize_t j = low_b; j < high_b; j++) t->times_b[t->b[j].key]++;
    for (Py_ssize_t j = low_b; j < high_b; j++) /* from here on, where it stands: a form that is rare, and once in each */
        if (t->times_b[t->b[j].key] == 1 && !t->b[j].mark && t->weight[t->b[j].key] >= t->rules.rare) t->times_b[t->b[j].key] = -1 - (int32_t)j;
    for (Py_ssize_t i = low_a; in_order && i < high_a; i++) {
        int32_t at = t->times_b[t->a[i].key];
        if (t->times_a[t->a[i].key] != 1 || at >= 0) continue;
        in_order = -1 - at > last, t->place[i] = last = -1 - at;
    }
    for (Py_ssize_t i = low_a; !in_order && i < high_a; i++) t->place[i] = -1;
}

/* `align.align_units`: the path from end to end; 0, or -1 where a table would be too large. */
static int align(Table *t) {
    Py_ssize_t n = t->size_a, m = t->size_b, head = 0, tail = 0, least = n < m ? n : m, margin = t->rules.margin;
    while (head < least && t->a[head].key == t->b[head].key) head++;
    if (head < least || n != m) {
        head = head > margin ? head - margin : 0;
        while (tail < least - head && t->a[n - 1 - tail].key == t->b[m - 1 - tail].key) tail++;
        tail = tail > margin ? tail - margin : 0;
    }
    for (Py_ssize_t k = 0; k < head; k++) step(t, k, k);
    Py_ssize_t low_a = head, low_b = head;
    anchors(t, head, n - tail, head, m - tail);
    for (Py_ssize_t i = head; i <= n - tail; i++) {
        int closes = i == n - tail;
        if (!closes && t->place[i] < 0) continue;
        Py_ssize_t j = closes ? m - tail : t->place[i];
        if (needleman(t, low_a, i, low_b, j, low_a == head && low_b == head, closes) < 0) return -1;
        if (!closes) step(t, i, j);
        low_a = i + 1, low_b = j + 1;
    }
    for (Py_ssize_t k = tail; k > 0; k--) step(t, n - k, m - k);
    return 0;
}

/* ---- places ---------------------------------------------------------------------------------------------------------- */
static void join(Py_ssize_t *one, Py_ssize_t low, Py_ssize_t high) {
    if (low < one[0]) one[0] = low;
    if (high > one[1]) one[1] = high;
}

static int alike(Table *t, Py_ssize_t from, Py_ssize_t to) { /* `align.alike` */
    int any = 0;
    for (Py_ssize_t x = from, y = from;; x++, y++) {
        while (x < to && (t->path[x].i < 0 || t->a[t->path[x].i].mark)) x++;
        while (y < to && (t->path[y].j < 0 || t->b[t->path[y].j].mark)) y++;
        if (x == to || y == to) return any && x == y;
        if (t->a[t->path[x].i].key != t->b[t->path[y].j].key) return 0;
        any = 1;
    }
}

static void put_down(Table *t) { /* `align.placed` */
    Py_ssize_t end_a = 0, end_b = 0;
    for (Py_ssize_t k = 0; k < t->steps; k++) {
        const Unit *one = t->path[k].i >= 0 ? t->a + t->path[k].i : NULL, *two = t->path[k].j >= 0 ? t->b + t->path[k].j : NULL;
        Py_ssize_t a[2] = {one ? one->word : end_a, one ? one->end : end_a}, b[2] = {two ? two->word : end_b, two ? two->end : end_b};
        Place *last = t->found + t->places - 1;
        if (!t->places || (a[0] >= end_a && b[0] >= end_b)) {
            t->places++, last++;
            *last = (Place){{a[0], a[1]}, {b[0], b[1]}, k, one && two && one->key == two->key && !one->mark};
        } else {
            join(last->a, a[0], a[1]), join(last->b, b[0], b[1]);
            for (; t->places > 1 && (last[-1].a[1] > last->a[0] || last[-1].b[1] > last->b[0]); last--, t->places--)
                join(last[-1].a, last->a[0], last->a[1]), join(last[-1].b, last->b[0], last->b[1]);
            last->same = alike(t, last->begun, k + 1);
        }
        end_a = last->a[1], end_b = last->b[1];
    }
}

static PyObject *told(Table *t, PyTypeObject *pair) { /* the places, as Python has them */
    PyObject *list = PyList_New(t->places);
    for (Py_ssize_t k = 0; list && k < t->places; k++) {
        const Place *p = t->found + k;
        PyObject *in = Py_BuildValue("((nn)(nn)O)", p->a[0], p->a[1], p->b[0], p->b[1], p->same ? Py_True : Py_False);
        PyObject *args = in ? PyTuple_Pack(1, in) : NULL, *made = args ? PyTuple_Type.tp_new(pair, args, NULL) : NULL;
        Py_XDECREF(in), Py_XDECREF(args);
        if (made) PyList_SET_ITEM(list, k, made);
        else Py_CLEAR(list);
    }
    return list;
}

static int read_all(Table *t, PyObject *one, PyObject *two) {
    for (Py_ssize_t k = 0; k < t->size_a; k++)
        if (read_unit(t, PySequence_Fast_GET_ITEM(one, k), t->a + k) < 0) return -1;
    for (Py_ssize_t k = 0; k < t->size_b; k++)
        if (read_unit(t, PySequence_Fast_GET_ITEM(two, k), t->b + k) < 0) return -1;
    return 0;
}

static void *take(char **room, Py_ssize_t number, size_t size) { /* a part of the room; of the largest things first */
    char *taken = *room;
    *room += number * size;
    return taken;
}

static PyObject *places(PyObject *module, PyObject *args) {
    Table t = {0};
    Rules *r = &t.rules;
    PyObject *one, *two, *pair, *result = NULL;
    char *room = NULL;
    if (!PyArg_ParseTuple(args, "O!O!OO!(ddddddnnn)", &PyTuple_Type, &one, &PyTuple_Type, &two, &t.weigh, &PyType_Type, &pair, &r->word_gap,
                          &r->mark_gap, &r->unlike, &r->edge, &r->row, &r->rare, &r->small, &r->large, &r->margin))
        return NULL;
    if (!PyType_IsSubtype((PyTypeObject *)pair, &PyTuple_Type)) return PyErr_Format(PyExc_TypeError, "a pair is a tuple");
    Py_ssize_t n = t.size_a = PyTuple_GET_SIZE(one), m = t.size_b = PyTuple_GET_SIZE(two), both = n + m + 1;
    if (n > 1 << 24 || m > 1 << 24) Py_RETURN_NONE;
    size_t each = sizeof(Unit) + sizeof(Step) + sizeof(Place) + 2 * sizeof(double) + sizeof(Py_ssize_t) + 2 * sizeof(int32_t) + 1;
    Py_ssize_t cells = m && n > r->large / m ? r->large : n * m;
    char *all = room = PyMem_Malloc(both * each + cells);
    t.numbers = PyDict_New(), t.begins = PyDict_New();
    if (!room || !t.numbers || !t.begins) { PyErr_NoMemory(); goto end; }
    t.a = take(&room, both, sizeof(Unit)), t.b = t.a + n;
    t.path = take(&room, both, sizeof(Step)), t.found = take(&room, both, sizeof(Place));
    t.weight = take(&room, both, sizeof(double)), t.row = take(&room, both, sizeof(double)), t.place = take(&room, both, sizeof(Py_ssize_t));
    t.times_a = take(&room, both, sizeof(int32_t)), t.times_b = take(&room, both, sizeof(int32_t));
    t.run = take(&room, both, 1), t.moves = room;
    if (read_all(&t, one, two) < 0) goto end;
    if (align(&t) < 0) result = Py_NewRef(Py_None);
    else put_down(&t), result = told(&t, (PyTypeObject *)pair);
end:
    PyMem_Free(all);
    Py_XDECREF(t.numbers), Py_XDECREF(t.begins);
    return result;
}

/* ---- units ----------------------------------------------------------------------------------------------------------- */
enum { TEXT, KIND = 3, SPACED, WORD = 6 }; /* of a word: its fields, and how many there are */

static PyObject *field(PyObject *words, Py_ssize_t i, int which) { return PyTuple_GET_ITEM(PyTuple_GET_ITEM(words, i), which); }
static int is_word(PyObject *words, Py_ssize_t i) { return PyUnicode_CompareWithASCIIString(field(words, i, KIND), "word") == 0; }

static int hyphen(PyObject *words, Py_ssize_t i) { /* one that stands right behind a word */
    PyObject *text = field(words, i, TEXT);
    Py_UCS4 c = PyUnicode_GET_LENGTH(text) == 1 ? PyUnicode_READ_CHAR(text, 0) : 0;
    return (c == '-' || c == 0x2010 || c == 0x2011) && field(words, i, SPACED) != Py_True;
}

static Py_ssize_t ends_in_one(PyObject *words, Py_ssize_t low) { /* `align.ends_in_one` */
    Py_ssize_t high = low + 1, n = PyTuple_GET_SIZE(words);
    high += high < n && hyphen(words, high);
    return high < n && is_word(words, high) ? high + 1 : 0;
}

static int add_unit(PyObject *units, PyObject *type, Py_ssize_t low, PyObject *key, PyObject *mark, Py_ssize_t high) {
    PyObject *in = Py_BuildValue("(nOOn)", low, key, mark, high), *args = in ? PyTuple_Pack(1, in) : NULL;
    PyObject *made = args ? PyTuple_Type.tp_new((PyTypeObject *)type, args, NULL) : NULL;
    int failed = !made || PyList_Append(units, made) < 0;
    Py_XDECREF(in), Py_XDECREF(args), Py_XDECREF(made);
    return failed ? -1 : 0;
}

static int add_word(PyObject *units, PyObject *type, PyObject *word, Py_ssize_t low, Py_ssize_t high, PyObject *forms, PyObject *mark_form) {
    if (!PyTuple_Check(forms)) { PyErr_SetString(PyExc_TypeError, "forms come in a tuple"); return -1; }
    for (Py_ssize_t k = 0; k < PyTuple_GET_SIZE(forms); k++)
        if (add_unit(units, type, low, PyTuple_GET_ITEM(forms, k), Py_False, high) < 0) return -1;
    if (PyTuple_GET_SIZE(forms)) return 0;
    PyObject *key = PyObject_CallOneArg(mark_form, word);
    int failed = !key || add_unit(units, type, low, key, Py_True, high) < 0;
    Py_XDECREF(key);
    return failed ? -1 : 0;
}

static int add_piece(PyObject *pieces, PyObject *plains, PyObject *words, Py_ssize_t low, Py_ssize_t high) {
    PyObject *one = PyTuple_GET_ITEM(plains, low);
    Py_ssize_t end = PyUnicode_GET_LENGTH(one) ? ends_in_one(words, low) : 0;
    if (end < high) return 0;
    PyObject *both = PyUnicode_Concat(one, PyTuple_GET_ITEM(plains, end - 1));
    int failed = !both || PySet_Add(pieces, both) < 0;
    Py_XDECREF(both);
    return failed ? -1 : 0;
}

static PyObject *plains_of(PyObject *words, PyObject *plain, PyObject *known) { /* of each word its plain form; of others the empty string */
    Py_ssize_t n = PyTuple_GET_SIZE(words);
    PyObject *plains = PyTuple_New(n);
    for (Py_ssize_t i = 0; plains && i < n; i++) {
        PyObject *word = PyTuple_GET_ITEM(words, i), *form = NULL;
        int sound = PyTuple_Check(word) && PyTuple_GET_SIZE(word) == WORD && PyUnicode_Check(field(words, i, TEXT)) && PyUnicode_Check(field(words, i, KIND));
        if (!sound) PyErr_SetString(PyExc_TypeError, "not a word");
        else form = is_word(words, i) ? PyObject_CallOneArg(plain, field(words, i, TEXT)) : PyUnicode_New(0, 0);
        if (form && !PyUnicode_Check(form)) PyErr_SetString(PyExc_TypeError, "a form is a string");
        if (PyErr_Occurred() || (PyUnicode_GET_LENGTH(form) && PySet_Add(known, form) < 0)) {
            Py_XDECREF(form);
            Py_CLEAR(plains);
        } else PyTuple_SET_ITEM(plains, i, form);
    }
    return plains;
}

static PyObject *read_words(PyObject *module, PyObject *args) {
    PyObject *words, *alone, *figure, *plain, *mark_form, *type, *plains = NULL, *result = NULL;
    if (!PyArg_ParseTuple(args, "O!OOOOO!", &PyTuple_Type, &words, &alone, &figure, &plain, &mark_form, &PyType_Type, &type)) return NULL;
    if (!PyType_IsSubtype((PyTypeObject *)type, &PyTuple_Type)) return PyErr_Format(PyExc_TypeError, "a unit is a tuple");
    PyObject *units = PyList_New(0), *known = PyFrozenSet_New(NULL), *pieces = PyFrozenSet_New(NULL);
    if (units && known && pieces) plains = plains_of(words, plain, known);
    for (Py_ssize_t low = 0, high; plains && low < PyTuple_GET_SIZE(words); low = high) {
        PyObject *own[] = {field(words, low, TEXT), field(words, low, KIND)}, *forms = PyObject_Vectorcall(alone, own, 2, NULL), *several = NULL;
        high = low + 1;
        if (forms == Py_None) { /* it may be read over several words */
            Py_ssize_t many = 0;
            Py_DECREF(forms), forms = NULL;
            several = PyObject_CallFunction(figure, "On", words, low);
            if (several && !PyTuple_Check(several)) PyErr_SetString(PyExc_TypeError, "how many words, and their forms");
            else if (several && PyArg_ParseTuple(several, "nO", &many, &forms)) Py_INCREF(forms);
            if (forms && (many < 1 || many > PyTuple_GET_SIZE(words) - low)) PyErr_SetString(PyExc_IndexError, "no such words");
            high = low + many;
        }
        int failed = !forms || PyErr_Occurred() || add_word(units, type, PyTuple_GET_ITEM(words, low), low, high, forms, mark_form) < 0;
        Py_XDECREF(forms), Py_XDECREF(several);
        if (failed || add_piece(pieces, plains, words, low, high) < 0) goto end;
    }
    if (plains && (args = PyList_AsTuple(units))) result = Py_BuildValue("(NOO)", args, known, pieces);
end:
    Py_XDECREF(units), Py_XDECREF(known), Py_XDECREF(pieces), Py_XDECREF(plains);
    return result;
}

static PyMethodDef methods[] = {
    {"read", read_words, METH_VARARGS, "What is aligned of a wording: its units, its words, and the words that two of its words would make."},
    {"places", places, METH_VARARGS, "The places of two wordings, by their units; None where a table would be too large."},
    {NULL},
};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_align", "Which words of two wordings stand for each other.", -1, methods};

PyMODINIT_FUNC PyInit__align(void) { return PyModule_Create(&module); }

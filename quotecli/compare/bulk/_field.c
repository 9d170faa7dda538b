/* Which wordings are worth comparing, and how well two agree: `candidates.large` and `score.chain` once more, over arrays.

   The rules are those of candidates.py and score.py, whose numbers come in as arguments, and every sum is made in the order in which Python
   makes it: both give the same answers, to the last bit. Indices are checked when a field is made; a wording's words are int32. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MICRO 1e6 /* of `candidates`: weights are added as whole numbers, so that no order changes a sum */
enum { IDS, WEIGHTS, CASES, LOW, HIGH, ENDS, FIRST, LAST, BUFFERS };

typedef struct { double gap, rounding, coverage, least, company, slack, ample, light, often; Py_ssize_t crowd, spacious, nearest, cells, plain, name; } Rules;
typedef struct { double bound, minus, after_a, after_b; int32_t i, j, low_a, low_b; } Way;
typedef struct { double evidence; int32_t a[2], b[2]; } Match;
typedef struct { double evidence, total, besides; int32_t pair, a[2], b[2], unused; } Record; /* as `field.RECORD` reads it */
typedef struct { int32_t low, high; double total; } Hope;
typedef struct { char *data; Py_ssize_t used, room; } Bytes;

typedef struct {
    PyObject_HEAD
    Py_buffer buffers[BUFFERS];
    const int32_t *ids, *ends;
    const double *weights;
    const int8_t *cases;
    const int64_t *low, *high, *first, *last; /* of each wording: its words, its sentences */
    int64_t voices, words, longest, most;     /* distinct words; words of the longest wording; sentences of the one with most */
    Rules rules;
    double *leasts, *least, *total;           /* of each sentence; of each wording */
    int32_t *in_a, *in_b, *seen, *listed;     /* by word: the stamp of whoever met it last */
    int32_t *head, *count, *place, *next, *order; /* by word; `next` and `order` by position */
    int8_t *how;
    double *sums_a, *sums_b, *by_word;
    Hope *hopes[2];
    int32_t now;                              /* the last stamp that was given out */
    Bytes ways, pairs;
} Field;

static void *more(Bytes *b, Py_ssize_t size) { /* room for one thing more at the end */
    if (b->used + size > b->room) {
        Py_ssize_t room = b->room ? 2 * b->room : 4096;
        char *data = PyMem_Realloc(b->data, room);
        if (!data) { PyErr_NoMemory(); return NULL; }
        b->data = data, b->room = room;
    }
    b->used += size;
    return b->data + b->used - size;
}

/* ---- the score ------------------------------------------------------------------------------------------------------- */
static double least_evidence(double total, double base, double need) {
    double part = base * total / 2;
    return part + sqrt(part * part + need * total);
}
static int accepted(double evidence, double total, double base, double need) {
    return evidence > 0 && evidence / total >= base + need / evidence;
}
static int32_t stamp(Field *f) { return ++f->now; }
static int fresh(Field *f, int64_t stamps) { /* see to it that so many can be given out; whether those from before are void */
    if (f->now < INT32_MAX - stamps) return 0;
    size_t size = f->words * sizeof(int32_t);
    memset(f->in_a, 0, size), memset(f->in_b, 0, size), memset(f->seen, 0, size), memset(f->listed, 0, size);
    f->now = 0;
    return 1;
}
static int32_t size_of(Field *f, int64_t v) { return (int32_t)(f->high[v] - f->low[v]); }

static void add_up(Field *f, int64_t v, double *sums) {
    sums[0] = 0;
    for (int32_t i = 0, n = size_of(f, v); i < n; i++) sums[i + 1] = sums[i] + f->weights[f->low[v] + i];
}

/* Pairs of places of two stretches that agree, by place in `a`, then in `b` from last to first; only words whose stamp in `in_a` is `mark`. */
static int agreeing(Field *f, int64_t a, int32_t low_a, int32_t high_a, int64_t b, int32_t low_b, int32_t high_b, int32_t mark) {
    const int32_t *one = f->ids + f->low[a], *two = f->ids + f->low[b];
    int32_t most = 0, here = stamp(f);
    int64_t number;
    for (int32_t j = low_b; j < high_b; j++) {
        int32_t word = two[j];
        if (f->in_a[word] != mark) continue;
        if (f->seen[word] != here) f->seen[word] = here, f->head[word] = -1, f->count[word] = 0;
        f->next[j] = f->head[word], f->head[word] = j;
        if (++f->count[word] > most) most = f->count[word];
    }
    for (;; most /= 2) {
        number = 0;
        for (int32_t i = low_a; i < high_a; i++)
            if (f->seen[one[i]] == here && f->count[one[i]] <= most) number += f->count[one[i]];
        if (most <= 1 || number <= f->rules.crowd) break;
    }
    f->pairs.used = 0;
    for (int32_t i = low_a; i < high_a; i++) {
        if (f->seen[one[i]] != here || f->count[one[i]] > most) continue;
        for (int32_t j = f->head[one[i]]; j >= 0; j = f->next[j]) {
            int32_t *pair = more(&f->pairs, 8);
            if (!pair) return -1;
            pair[0] = i, pair[1] = j;
        }
    }
    return 0;
}

static int before(const Way *x, const Way *y) { /* by score, the higher first, then by place */
    if (x->minus != y->minus) return x->minus < y->minus;
    return x->i != y->i ? x->i < y->i : x->j < y->j;
}

/* `score.chain` over `f->pairs`; `sums_a` and `sums_b` belong to the two. */
static int chain(Field *f, int64_t a, int64_t b, Match *best) {
    const double *sums_a = f->sums_a, *sums_b = f->sums_b, *wa = f->weights + f->low[a], *wb = f->weights + f->low[b], gap = f->rules.gap;
    memset(best, 0, sizeof *best);
    f->ways.used = 0;
    for (Py_ssize_t p = 0; p < f->pairs.used; p += 8) {
        int32_t i = ((int32_t *)(f->pairs.data + p))[0], j = ((int32_t *)(f->pairs.data + p))[1];
        double passed = gap * sums_a[i] - f->rules.rounding;
        Way *ways = (Way *)f->ways.data, *taken = NULL, way = {.i = i, .j = j, .low_a = i, .low_b = j};
        Py_ssize_t n = f->ways.used / sizeof(Way), low = 0, high;
        while (n && ways[n - 1].bound + passed > 0) n--;
        double score = 0;
        for (Py_ssize_t k = 0; k < n && !(ways[k].bound + passed + score > 0); k++) {
            Way *other = ways + k;
            if (other->j >= j || other->i >= i) continue;
            double gap_a = sums_a[i] - other->after_a, gap_b = sums_b[j] - other->after_b;
            double value = -other->minus - gap * (gap_a > gap_b ? gap_a : gap_b);
            if (value > score || (value == score && taken && before(other, taken)))
                score = value, way.low_a = other->low_a, way.low_b = other->low_b, taken = other;
        }
        score += wa[i] < wb[j] ? wa[i] : wb[j];
        way.minus = -score, way.after_a = sums_a[i + 1], way.after_b = sums_b[j + 1];
        way.bound = -score - gap * way.after_a;
        for (high = n; low < high;) { /* behind all that are no later */
            Py_ssize_t middle = (low + high) / 2;
            Way *other = ways + middle;
            if (way.bound < other->bound || (way.bound == other->bound && before(&way, other))) high = middle;
            else low = middle + 1;
        }
        f->ways.used = n * sizeof(Way);
        if (!more(&f->ways, sizeof(Way))) return -1;
        ways = (Way *)f->ways.data;
        memmove(ways + low + 1, ways + low, (n - low) * sizeof(Way));
        ways[low] = way;
        if (score > best->evidence) {
            Match found = {score, {way.low_a, i + 1}, {way.low_b, j + 1}};
            *best = found;
        }
    }
    return 0;
}

/* `evidence.besides_names`. */
static double besides(Field *f, int64_t a, const int32_t *in_a, int64_t b, const int32_t *in_b) {
    int32_t here = stamp(f), there = stamp(f), n = 0;
    double sum = 0;
    const Rules *r = &f->rules;
    for (int32_t k = in_b[0]; k < in_b[1]; k++) {
        int32_t word = f->ids[f->low[b] + k];
        int8_t how = f->cases[f->low[b] + k];
        if (f->seen[word] != here || how == r->plain) f->seen[word] = here, f->how[word] = how;
    }
    for (int32_t k = in_a[0]; k < in_a[1]; k++) { /* words in the order in which they come first, each with its last place that counts */
        int32_t word = f->ids[f->low[a] + k];
        if (f->listed[word] != there) f->listed[word] = there, f->place[word] = k, f->order[n++] = word;
        else if (f->cases[f->low[a] + k] == r->plain) f->place[word] = k;
    }
    for (int32_t k = 0; k < n; k++) {
        int32_t word = f->order[k], at = f->place[word];
        int8_t one = f->cases[f->low[a] + at], two = f->how[word];
        if (f->seen[word] != here) continue;
        if (one == r->plain || two == r->plain || (one != r->name && two != r->name)) sum += f->weights[f->low[a] + at];
    }
    return sum;
}

/* ---- two wordings ---------------------------------------------------------------------------------------------------- */
static int32_t hopeful(Field *f, int64_t v, const int32_t *in_other, int32_t mark, double shared, Hope *hopes, const double *sums, int *hope) {
    int32_t n = 0, low = 0;
    for (int64_t s = f->first[v]; s < f->last[v]; low = f->ends[s++]) {
        double least = f->leasts[s], own = 0, total = sums[f->ends[s]] - sums[low];
        if (least > shared + f->rules.slack) continue;
        for (int32_t i = low; i < f->ends[s]; i++)
            if (in_other[f->ids[f->low[v] + i]] == mark) own += f->weights[f->low[v] + i];
        if (own < least) continue;
        hopes[n].low = low, hopes[n].high = f->ends[s], hopes[n++].total = total;
        *hope |= accepted(own, total, f->rules.coverage, f->rules.least);
    }
    return n;
}

static int repetitive(Field *f, int64_t a, int64_t b) { /* whether too many places agree; stamps of both are set */
    int64_t cells = (int64_t)size_of(f, a) * size_of(f, b), agree = 0;
    if (cells < f->rules.spacious) return 0;
    int32_t here = stamp(f);
    for (int64_t k = f->low[b]; k < f->high[b]; k++) {
        int32_t word = f->ids[k];
        if (f->seen[word] != here) f->seen[word] = here, f->count[word] = 0;
        f->count[word]++;
    }
    for (int64_t k = f->low[a]; k < f->high[a]; k++)
        if (f->seen[f->ids[k]] == here) agree += f->count[f->ids[k]];
    return (double)agree > f->rules.often * (double)cells;
}

static int keep(Field *f, Bytes *out, int32_t pair, int64_t a, int64_t b, const Match *m, double total) {
    if (!accepted(m->evidence, total, f->rules.coverage, f->rules.company)) return 0;
    Record *record = more(out, sizeof(Record));
    if (!record) return -1;
    Record made = {m->evidence, total, besides(f, a, m->a, b, m->b), pair, {m->a[0], m->a[1]}, {m->b[0], m->b[1]}, 0};
    *record = made;
    return accepted(m->evidence, total, f->rules.coverage, f->rules.least);
}

/* The alignments of one pair that some bar accepts, if the lowest accepts one; -2: it is repetitive. The sums and stamps of b are set. */
static int look(Field *f, int32_t pair, int64_t a, int64_t b, int32_t mark_b, Bytes *out) {
    int32_t mark_a = stamp(f), n[2], any = 0;
    int hope = 0, single = f->last[a] - f->first[a] == 1 && f->last[b] - f->first[b] == 1;
    double shared = 0;
    Match m;
    for (int64_t k = f->low[a]; k < f->high[a]; k++) {
        int32_t word = f->ids[k];
        if (f->in_a[word] != mark_a && f->in_b[word] == mark_b) shared += f->by_word[word];
        f->in_a[word] = mark_a;
    }
    if (shared < f->least[a] && shared < f->least[b]) return 0;
    add_up(f, a, f->sums_a);
    n[0] = hopeful(f, a, f->in_b, mark_b, shared, f->hopes[0], f->sums_a, &hope);
    n[1] = hopeful(f, b, f->in_a, mark_a, shared, f->hopes[1], f->sums_b, &hope);
    if (!hope) return 0;
    if (repetitive(f, a, b)) return -2;
    Py_ssize_t before = out->used;
    for (int side = 0; side < (single ? 1 : 2); side++)
        for (int32_t k = 0; k < (single ? 1 : n[side]); k++) {
            Hope whole_a = {0, size_of(f, a), 0}, whole_b = {0, size_of(f, b), 0}, h = f->hopes[side][k];
            Hope x = single || side ? whole_a : h, y = single || !side ? whole_b : h;
            double least = f->total[a] < f->total[b] ? f->total[a] : f->total[b];
            if (agreeing(f, a, x.low, x.high, b, y.low, y.high, mark_a) < 0 || chain(f, a, b, &m) < 0) return -1;
            int kept = keep(f, out, pair, a, b, &m, single ? least : h.total);
            if (kept < 0) return -1;
            any |= kept;
        }
    if (!any) out->used = before;
    return 0;
}

static int begin(Field *f, int64_t b) { /* stamp what b has; the stamp */
    int32_t with = stamp(f);
    add_up(f, b, f->sums_b);
    for (int64_t k = f->low[b]; k < f->high[b]; k++) f->in_b[f->ids[k]] = with, f->by_word[f->ids[k]] = f->weights[k];
    return with;
}

static PyObject *field_alignments(Field *f, PyObject *args) {
    Py_buffer pairs;
    Bytes out = {0}, hard = {0};
    PyObject *result = NULL;
    int64_t last = -1;
    int32_t with = 0;
    if (!PyArg_ParseTuple(args, "y*", &pairs)) return NULL;
    Py_ssize_t n = pairs.len / 8;
    for (Py_ssize_t k = 0; k < n; k++) {
        int32_t a = ((int32_t *)pairs.buf)[2 * k], b = ((int32_t *)pairs.buf)[2 * k + 1];
        if (a < 0 || b < 0 || a >= f->voices || b >= f->voices || n > INT32_MAX) { PyErr_SetString(PyExc_IndexError, "no such wording"); goto end; }
        if (fresh(f, 8 * f->most + 8) || b != last) with = begin(f, last = b);
        int done = look(f, (int32_t)k, a, b, with, &out);
        if (done == -1) goto end;
        if (done == -2) {
            int32_t *at = more(&hard, 4);
            if (!at) goto end;
            *at = (int32_t)k;
        }
    }
    result = Py_BuildValue("(y#y#)", out.data ? out.data : "", out.used, hard.data ? hard.data : "", hard.used);
end:
    PyMem_Free(out.data), PyMem_Free(hard.data), PyBuffer_Release(&pairs);
    return result;
}

static int stretches(Field *f, PyObject *args, int *v) { /* (wording, low, high) twice */
    if (!PyArg_ParseTuple(args, "(iii)(iii)", v, v + 1, v + 2, v + 3, v + 4, v + 5)) return -1;
    for (int k = 0; k < 6; k += 3)
        if (v[k] < 0 || v[k] >= f->voices || v[k + 1] < 0 || v[k + 2] < v[k + 1] || v[k + 2] > size_of(f, v[k])) {
            PyErr_SetString(PyExc_IndexError, "no such stretch");
            return -1;
        }
    return 0;
}

static PyObject *field_aligned(Field *f, PyObject *args) {
    int v[6];
    Match m;
    if (stretches(f, args, v) < 0) return NULL;
    fresh(f, 2);
    int32_t with = stamp(f);
    for (int32_t i = v[1]; i < v[2]; i++) f->in_a[f->ids[f->low[v[0]] + i]] = with;
    add_up(f, v[0], f->sums_a), add_up(f, v[3], f->sums_b);
    if (agreeing(f, v[0], v[1], v[2], v[3], v[4], v[5], with) < 0 || chain(f, v[0], v[3], &m) < 0) return NULL;
    return Py_BuildValue("(d(ii)(ii))", m.evidence, m.a[0], m.a[1], m.b[0], m.b[1]);
}

static PyObject *field_besides(Field *f, PyObject *args) {
    int v[6];
    if (stretches(f, args, v) < 0) return NULL;
    fresh(f, 2);
    return PyFloat_FromDouble(besides(f, v[0], v + 1, v[3], v + 4));
}

/* ---- candidates ------------------------------------------------------------------------------------------------------ */
typedef struct { int64_t weight; int32_t voice; } Near;

static int nearer(const void *x, const void *y) {
    const Near *a = x, *b = y;
    return a->weight != b->weight ? (a->weight < b->weight ? 1 : -1) : (a->voice > b->voice) - (a->voice < b->voice);
}
static int earlier(const void *x, const void *y) {
    return (((const Near *)x)->voice > ((const Near *)y)->voice) - (((const Near *)x)->voice < ((const Near *)y)->voice);
}

/* `candidates.worth`: of n wordings that share something with b, those that it is compared with come first; their number. */
static Py_ssize_t worth(Field *f, int64_t b, Near *found, Py_ssize_t n) {
    const Rules *r = &f->rules;
    Py_ssize_t kept = 0, chosen = 0;
    int64_t words = 0, cells = 0, size = size_of(f, b);
    for (Py_ssize_t k = 0; k < n; k++) {
        double weight = (double)found[k].weight;
        if (weight < (f->least[b] - r->light) * MICRO && weight < (f->least[found[k].voice] - r->light) * MICRO) continue;
        words += size_of(f, found[k].voice);
        found[kept++] = found[k];
    }
    if (kept > 2 && (kept > r->nearest || size * words > r->cells)) {
        qsort(found, kept, sizeof(Near), nearer);
        for (Py_ssize_t k = 0; k < kept && k < r->nearest; k++) {
            int64_t others = size * size_of(f, found[k].voice);
            if (chosen >= 2 && cells + others > r->cells) continue;
            cells += others, found[chosen++] = found[k];
        }
        kept = chosen;
    }
    qsort(found, kept, sizeof(Near), earlier);
    return kept;
}

/* Keys and who has them: `start` and `held` by key, ascending; `own` and `keys` by wording; of each key one word or two (-1), and how many
   may have it before it is common. */
static PyObject *field_candidates(Field *f, PyObject *args) {
    Py_buffer in[6];
    Bytes out = {0}, near = {0};
    PyObject *result = NULL;
    Py_ssize_t alone, paired;
    if (!PyArg_ParseTuple(args, "y*y*y*y*y*y*nn", in, in + 1, in + 2, in + 3, in + 4, in + 5, &alone, &paired)) return NULL;
    const int64_t *start = in[0].buf, *own = in[2].buf;
    const int32_t *held = in[1].buf, *keys = in[3].buf, *one = in[4].buf, *two = in[5].buf;
    int64_t number = in[4].len / 4, entries = in[1].len / 4;
    int64_t *weighed = PyMem_Calloc(f->voices + 1, 8);
    int32_t(*stars)[2] = PyMem_Calloc(number + 1, 8);
    if (!weighed || !stars) { PyErr_NoMemory(); goto end; }
    int sound = in[0].len == 8 * (number + 1) && in[2].len == 8 * (f->voices + 1) && in[3].len == in[1].len && in[5].len == in[4].len;
    sound = sound && start[number] == entries && own[f->voices] == entries && start[0] == 0 && own[0] == 0;
    for (int64_t g = 0; sound && g < number; g++)
        sound = start[g] <= start[g + 1] && start[g + 1] <= entries && one[g] >= 0 && one[g] < f->words && two[g] < f->words;
    for (int64_t v = 0; sound && v < f->voices; v++) sound = own[v] <= own[v + 1] && own[v + 1] <= entries;
    for (int64_t k = 0; sound && k < entries; k++) sound = held[k] >= 0 && held[k] < f->voices && keys[k] >= 0 && keys[k] < number;
    if (!sound) { PyErr_SetString(PyExc_ValueError, "keys out of bounds"); goto end; }
    for (int64_t g = 0; g < number; g++) { /* `candidates.longest` */
        int32_t first = -1, second = -1;
        for (int64_t k = start[g]; k < start[g + 1]; k++) {
            int32_t v = held[k];
            if (first < 0 || f->total[v] > f->total[first]) second = first, first = v;
            else if (second < 0 || f->total[v] > f->total[second]) second = v;
        }
        stars[g][0] = first, stars[g][1] = second;
    }
    for (int64_t b = 0; b < f->voices; b++) {
        for (int64_t k = f->low[b]; k < f->high[b]; k++) f->by_word[f->ids[k]] = f->weights[k];
        near.used = 0;
        for (int64_t k = own[b]; k < own[b + 1]; k++) {
            int32_t g = keys[k];
            int common = start[g + 1] - start[g] > (two[g] < 0 ? alone : paired), star = stars[g][0] == b || stars[g][1] == b;
            if (common && two[g] < 0) continue;
            int64_t weight = (int64_t)(f->by_word[one[g]] * MICRO) + (two[g] < 0 ? 0 : (int64_t)(f->by_word[two[g]] * MICRO));
            const int32_t *others = common && !star ? stars[g] : held + start[g];
            for (int64_t m = 0, n = common && !star ? 2 : start[g + 1] - start[g]; m < n; m++) {
                if (others[m] >= b || others[m] < 0) continue;
                if (!weighed[others[m]]) {
                    Near *added = more(&near, sizeof(Near));
                    if (!added) goto end;
                    added->voice = others[m];
                }
                weighed[others[m]] += weight;
            }
        }
        Near *found = (Near *)near.data;
        Py_ssize_t n = near.used / sizeof(Near);
        for (Py_ssize_t k = 0; k < n; k++) found[k].weight = weighed[found[k].voice], weighed[found[k].voice] = 0;
        n = n ? worth(f, b, found, n) : 0;
        for (Py_ssize_t k = 0; k < n; k++) {
            int32_t *pair = more(&out, 8);
            if (!pair) goto end;
            pair[0] = found[k].voice, pair[1] = (int32_t)b;
        }
    }
    result = PyBytes_FromStringAndSize(out.data, out.used);
end:
    PyMem_Free(out.data), PyMem_Free(near.data), PyMem_Free(weighed), PyMem_Free(stars);
    for (int k = 0; k < 6; k++) PyBuffer_Release(in + k);
    return result;
}

/* ---- the field ------------------------------------------------------------------------------------------------------- */
static void field_dealloc(Field *f) {
    void *own[] = {f->leasts, f->least, f->total, f->in_a, f->in_b, f->seen, f->listed, f->head, f->count, f->place, f->next, f->order, f->how,
                   f->sums_a, f->sums_b, f->by_word, f->hopes[0], f->hopes[1], f->ways.data, f->pairs.data};
    for (size_t k = 0; k < sizeof own / sizeof *own; k++) PyMem_Free(own[k]);
    for (int k = 0; k < BUFFERS; k++) PyBuffer_Release(f->buffers + k);
    PyTypeObject *type = Py_TYPE(f);
    type->tp_free(f);
    Py_DECREF(type);
}

static int sound(Field *f, int64_t keys, int64_t ends) { /* whether every index is inside; finds the longest */
    for (int64_t k = 0; k < keys; k++)
        if (f->ids[k] < 0 || f->ids[k] >= f->words) return 0;
    for (int64_t v = 0; v < f->voices; v++) {
        if (f->low[v] < 0 || f->low[v] > f->high[v] || f->high[v] > keys || f->high[v] - f->low[v] > 1 << 24) return 0;
        if (f->first[v] < 0 || f->first[v] > f->last[v] || f->last[v] > ends || f->last[v] - f->first[v] > f->high[v] - f->low[v]) return 0;
        for (int64_t s = f->first[v], at = 0; s < f->last[v]; at = f->ends[s++])
            if (f->ends[s] <= at || f->ends[s] > f->high[v] - f->low[v]) return 0;
        if (f->high[v] - f->low[v] > f->longest) f->longest = f->high[v] - f->low[v];
        if (f->last[v] - f->first[v] > f->most) f->most = f->last[v] - f->first[v];
    }
    return f->voices <= INT32_MAX;
}

static void set_bars(Field *f) { /* as `score.wording` does */
    const Rules *r = &f->rules;
    for (int64_t v = 0; v < f->voices; v++) {
        add_up(f, v, f->sums_a);
        f->total[v] = f->sums_a[size_of(f, v)], f->least[v] = r->ample;
        for (int64_t s = f->first[v], low = 0; s < f->last[v]; low = f->ends[s++]) {
            double total = f->sums_a[f->ends[s]] - f->sums_a[low], bar = least_evidence(total, r->coverage, r->least);
            f->leasts[s] = least_evidence(total, r->coverage, r->company);
            if (bar <= total && bar < f->least[v]) f->least[v] = bar;
        }
    }
}

static PyObject *field_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    Field *f = (Field *)type->tp_alloc(type, 0);
    if (!f) return NULL;
    Py_buffer *b = f->buffers;
    Rules *r = &f->rules;
    if (!PyArg_ParseTuple(args, "y*y*y*y*y*y*y*y*L(dddddddddnnnnnn)", b, b + 1, b + 2, b + 3, b + 4, b + 5, b + 6, b + 7, &f->words, &r->gap,
                          &r->rounding, &r->coverage, &r->least, &r->company, &r->slack, &r->ample, &r->light, &r->often, &r->crowd,
                          &r->spacious, &r->nearest, &r->cells, &r->plain, &r->name)) {
        memset(b, 0, sizeof f->buffers); /* released already */
        Py_DECREF(f);
        return NULL;
    }
    f->ids = b[IDS].buf, f->weights = b[WEIGHTS].buf, f->cases = b[CASES].buf, f->ends = b[ENDS].buf;
    f->low = b[LOW].buf, f->high = b[HIGH].buf, f->first = b[FIRST].buf, f->last = b[LAST].buf;
    int64_t keys = b[IDS].len / 4, ends = b[ENDS].len / 4;
    f->voices = b[LOW].len / 8;
    int same = b[WEIGHTS].len == 8 * keys && b[CASES].len == keys && b[HIGH].len == b[LOW].len && b[FIRST].len == b[LOW].len;
    if (!same || b[LAST].len != b[LOW].len || f->words < 0 || f->words > INT32_MAX || !sound(f, keys, ends)) {
        Py_DECREF(f);
        return PyErr_Format(PyExc_ValueError, "wordings out of bounds");
    }
    int32_t **by_word[] = {&f->in_a, &f->in_b, &f->seen, &f->listed, &f->head, &f->count, &f->place};
    int whole = 1;
    for (int k = 0; k < 7; k++) whole &= (*by_word[k] = PyMem_Calloc(f->words + 1, 4)) != NULL;
    whole &= (f->next = PyMem_Calloc(f->longest + 1, 4)) && (f->order = PyMem_Calloc(f->longest + 1, 4)) && (f->how = PyMem_Calloc(f->words + 1, 1));
    whole &= (f->sums_a = PyMem_Calloc(f->longest + 1, 8)) && (f->sums_b = PyMem_Calloc(f->longest + 1, 8));
    whole &= (f->by_word = PyMem_Calloc(f->words + 1, 8)) && (f->leasts = PyMem_Calloc(ends + 1, 8));
    whole &= (f->least = PyMem_Calloc(f->voices + 1, 8)) && (f->total = PyMem_Calloc(f->voices + 1, 8));
    for (int k = 0; k < 2; k++) whole &= (f->hopes[k] = PyMem_Calloc(f->most + 1, sizeof(Hope))) != NULL;
    if (!whole) {
        Py_DECREF(f);
        return PyErr_NoMemory();
    }
    set_bars(f);
    return (PyObject *)f;
}

static PyObject *field_totals(Field *f, PyObject *none) { return PyBytes_FromStringAndSize((char *)f->total, f->voices * 8); }

static PyMethodDef methods[] = {
    {"candidates", (PyCFunction)field_candidates, METH_VARARGS, "Pairs of wordings that are worth comparing: int32, the earlier one first."},
    {"alignments", (PyCFunction)field_alignments, METH_VARARGS, "Of pairs, the alignments that a bar accepts, as records; and which pairs are repetitive."},
    {"aligned", (PyCFunction)field_aligned, METH_VARARGS, "The best alignment of two stretches."},
    {"besides", (PyCFunction)field_besides, METH_VARARGS, "The nats of what two stretches have in common that is no name."},
    {"totals", (PyCFunction)field_totals, METH_NOARGS, "The weight of each wording, as doubles."},
    {NULL},
};
static PyType_Slot slots[] = {{Py_tp_new, field_new}, {Py_tp_dealloc, field_dealloc}, {Py_tp_methods, methods}, {0, NULL}};
static PyType_Spec spec = {"quotecli.compare.bulk._field.Field", sizeof(Field), 0, Py_TPFLAGS_DEFAULT, slots};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_field", "Wordings as arrays: which are worth comparing, and how well they agree.", -1, NULL};

PyMODINIT_FUNC PyInit__field(void) {
    PyObject *m = PyModule_Create(&module), *type = m ? PyType_FromSpec(&spec) : NULL;
    if (!type || PyModule_AddObject(m, "Field", type) < 0) {
        Py_XDECREF(type);
        Py_XDECREF(m);
        return NULL;
    }
    return m;
}

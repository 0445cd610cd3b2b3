"""Quadratic outlines out of cubic ones, with as few points as a tolerance allows.

A point is a complex number; a piece of an outline is the tuple of its points: two for a
line, three for a quadratic curve, four for a cubic one."""
import math

from fontTools.cu2qu.cu2qu import curve_to_quadratic

TOLERANCE = 1.0  # font units: how far the old outline may lie from the new one
CORNER = 0.5  # radians: points at which an outline turns more stay
BEND = 0.12  # radians: how much a direction may change at an end, and how much more
BEND_WIDTH = 1.0  # if it does so over a few units only: their length times the angle
LONGEST = 16  # pieces that one new curve may stand for


def quadratic(pieces):
    """The closed outline of cubic and straight pieces as quadratic and straight ones:
    for each the list of its points without the first, which is the last one's last.

    Every new curve runs between two points of the old outline. Of all ways to choose
    these points, the one is taken whose coordinates fill the fewest bytes."""
    pieces = from_corner(pieces)
    count = len(pieces)
    starts = [piece[0] for piece in pieces] + [pieces[0][0]]
    fixed = fixed_points(pieces)
    between = [samples(piece) for piece in pieces]
    best = [(0, 0, [])] + [(math.inf, 0, [])] * count  # by point: bytes up to it, from where, how
    for first in range(count):
        passed, failures = [], 0
        for last in range(first, min(first + LONGEST, count)):
            passed += between[last]
            points = fit(pieces[first:last + 1], passed)
            if points:
                size = best[first][0] + coordinate_bytes(starts[first], points)
                if size < best[last + 1][0]:
                    best[last + 1] = size, first, points
            failures = 0 if points else failures + 1
            if fixed[last + 1] or failures == 2:
                break
            passed.append(starts[last + 1])
    found, at = [], count
    while at:
        found.append(best[at][2])
        at = best[at][1]
    return found[::-1]


def from_corner(pieces):
    """The outline from its sharpest corner on."""
    sharpest = max(range(len(pieces)), key=lambda i: angle(leaving(pieces[i - 1]), entering(pieces[i])))
    return pieces[sharpest:] + pieces[:sharpest]


def fixed_points(pieces):
    """Tells of each piece's first point whether it must stay: corners and the outermost ones."""
    fixed = [angle(leaving(pieces[i - 1]), entering(piece)) > CORNER for i, piece in enumerate(pieces)]
    for outward in (1, -1, 1j, -1j):
        reach = [(piece[0] * outward).real for piece in pieces]
        fixed[reach.index(max(reach))] = True
    return fixed + [True]


def fit(pieces, passed):
    """One line, or one or two quadratic curves, between the ends of pieces, near all the
    points passed; a single piece is always fitted, with more curves if need be."""
    start, end = pieces[0][0], pieces[-1][-1]
    if len(pieces) == 1 and len(pieces[0]) == 2:
        return [end]
    if start != end:
        if near_line(start, end, passed):
            return [end]
        way = shares(start, passed, end)
        ends = entering(pieces[0]), leaving(pieces[-1])
        for nearest in one_curve, two_curves:
            points = nearest(start, passed, way, end)
            if not bent(start, points, *ends) and near_curves(start, points, passed, way):
                return points
    if len(pieces) == 1:
        cubic = [(point.real, point.imag) for point in pieces[0]]
        return [rounded(complex(*point)) for point in curve_to_quadratic(cubic, TOLERANCE / 2)[1:]]
    return None


def one_curve(start, passed, way, end):
    """By least squares: the middle point of the quadratic curve nearest to the points passed."""
    total = weights = 0
    for point, t in zip(passed, way):
        weight = 2 * t * (1 - t)
        total += weight * (point - (1 - t) ** 2 * start - t * t * end)
        weights += weight * weight
    return [rounded(total / weights), end]


def two_curves(start, passed, way, end):
    """By least squares the cubic curve nearest to the points passed, as two quadratic ones."""
    aa = ab = bb = a = b = 0
    for point, t in zip(passed, way):
        u = 1 - t
        weight_a, weight_b = 3 * u * u * t, 3 * u * t * t
        rest = point - u ** 3 * start - t ** 3 * end
        aa, ab, bb = aa + weight_a * weight_a, ab + weight_a * weight_b, bb + weight_b * weight_b
        a, b = a + weight_a * rest, b + weight_b * rest
    divisor = aa * bb - ab * ab
    if divisor < 1e-9:
        return [start, start, end]  # too few points; never smooth
    middle_a, middle_b = (bb * a - ab * b) / divisor, (aa * b - ab * a) / divisor
    return [rounded(start + 0.75 * (middle_a - start)), rounded(end + 0.75 * (middle_b - end)), end]


def bent(start, points, first_direction, last_direction):
    """Tells whether the curve leaves start or reaches its end in another direction."""
    for old, new in (first_direction, points[0] - start), (last_direction, points[-1] - points[-2]):
        if not new or angle(old, new) > BEND + BEND_WIDTH / abs(new):
            return True
    return False


def near_line(start, end, passed):
    length = abs(end - start)
    unit = (end - start).conjugate() / length
    for point in passed:
        place = (point - start) * unit
        if abs(place.imag) > TOLERANCE or not -TOLERANCE < place.real < length + TOLERANCE:
            return False
    return True


def near_curves(start, points, passed, way):
    """Tells whether the quadratic spline from start over points comes near each point
    passed; way says about where on it that should be, from 0 to 1."""
    *middles, end = points
    curves = []
    for i, middle in enumerate(middles):
        stop = (middle + middles[i + 1]) / 2 if i + 1 < len(middles) else end
        curves.append((start, middle, stop))
        start = stop
    for point, t in zip(passed, way):
        t *= len(curves)
        likely = int(t)
        if not near_curve(curves[likely], point, t - likely):
            if not any(near_curve(curve, point, t - i) for i, curve in enumerate(curves) if i != likely):
                return False
    return True


def near_curve(curve, point, t):
    """Walks along the curve from t towards point, by Newton's method."""
    start, middle, end = curve
    for _ in range(3):
        t = min(max(t, 0), 1)
        gap = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t * t * end - point
        if abs(gap) <= TOLERANCE:
            return True
        speed = 2 * (1 - t) * (middle - start) + 2 * t * (end - middle)
        if not speed:
            return False
        t -= (gap * speed.conjugate()).real / abs(speed) ** 2
    return False


def samples(piece):
    """Points inside the piece, close enough together that a curve cannot stray between them."""
    count = 3 + int(abs(piece[-1] - piece[0]) / 10)
    return [on_piece(piece, i / count) for i in range(1, count)]


def on_piece(piece, t):
    while len(piece) > 1:
        piece = [a + (b - a) * t for a, b in zip(piece, piece[1:])]
    return piece[0]


def shares(start, passed, end):
    """How much of the way from start to end lies before each point passed."""
    lengths = [abs(b - a) for a, b in zip([start, *passed], [*passed, end])]
    whole, before, ways = sum(lengths), 0, []
    for length in lengths[:-1]:
        before += length
        ways.append(before / whole)
    return ways


def coordinate_bytes(start, points):
    """What points take in table glyf; 0.5 stands for a packed flag."""
    size = 0
    for point in points:
        for step in (point - start).real, (point - start).imag:
            size += 0 if step == 0 else 1 if abs(step) < 256 else 2
        size, start = size + 0.5, point
    return size


def entering(piece):
    return next(point for point in piece if point != piece[0]) - piece[0]


def leaving(piece):
    return piece[-1] - next(point for point in reversed(piece) if point != piece[-1])


def angle(a, b):
    turn = a.conjugate() * b
    return abs(math.atan2(turn.imag, turn.real))


def rounded(point):
    return complex(math.floor(point.real + 0.5), math.floor(point.imag + 0.5))

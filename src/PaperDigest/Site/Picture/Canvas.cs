namespace PaperDigest.Site;

/// <summary>
/// A picture to draw on. Outlines are filled by how much of each pixel they cover: every edge adds its signed area to the pixels that it
/// crosses, and the running sum of a row is the cover. Exact, and linear in the length of the outlines.
/// </summary>
internal sealed class Canvas
{
    /// <summary>As many as a palette of 256 has room for, with <see cref="Levels"/> shades of each.</summary>
    public const int MostInks = 4;

    private const int Levels = 64;

    private readonly float[] _cover;
    private readonly Colour _ground;
    private readonly IReadOnlyList<Colour> _inks;
    private int _firstRow = int.MaxValue;
    private int _lastRow = -1;

    /// <param name="inks">At most <see cref="MostInks"/>; each is drawn on the ground, not on another.</param>
    public Canvas(int width, int height, Colour ground, params IReadOnlyList<Colour> inks)
    {
        (Width, Height, _ground, _inks) = (width, height, ground, inks);
        Pixels = new byte[width * height];
        // One more, for what an edge adds beside its pixel.
        _cover = new float[(width * height) + 2];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The palette's number for each pixel, row by row.</summary>
    public byte[] Pixels { get; }

    /// <summary>From the ground to each ink, in even steps.</summary>
    public IEnumerable<Colour> Palette => _inks.SelectMany(ink => Enumerable.Range(0, Levels).Select(level => _ground.Towards(ink, level / (Levels - 1.0))));

    public void Rectangle((int X, int Y) at, int width, int height, int ink)
    {
        for (var row = at.Y; row < at.Y + height; row++) Pixels.AsSpan((row * Width) + at.X, width).Fill((byte)((ink * Levels) + Levels - 1));
    }

    /// <summary>A straight edge of an outline; what lies outside the picture is moved to its side.</summary>
    public void Edge(double fromX, double fromY, double toX, double toY)
    {
        if (fromY == toY) return;
        var (down, x0, y0, x1, y1) = fromY < toY ? (1, fromX, fromY, toX, toY) : (-1, toX, toY, fromX, fromY);
        var slope = (x1 - x0) / (y1 - y0);
        if (y0 < 0) (x0, y0) = (x0 - (y0 * slope), 0);
        var x = x0;
        (_firstRow, _lastRow) = (Math.Min(_firstRow, (int)y0), Math.Max(_lastRow, Math.Min(Height, (int)Math.Ceiling(y1)) - 1));
        for (var row = (int)y0; row < Math.Min(Height, (int)Math.Ceiling(y1)); row++)
        {
            var height = Math.Min(row + 1, y1) - Math.Max(row, y0);
            var next = x + (height * slope);
            Add(row * Width, Math.Clamp(Math.Min(x, next), 0, Width - 1), Math.Clamp(Math.Max(x, next), 0, Width - 1), down * height);
            x = next;
        }
    }

    /// <summary>Paints what the edges since the last time enclose.</summary>
    public void Fill(int ink)
    {
        for (var row = _firstRow; row <= _lastRow; row++)
        {
            var sum = 0f;
            for (var at = row * Width; at < (row + 1) * Width; at++)
            {
                sum += _cover[at];
                var level = (int)MathF.Round(Math.Min(1, MathF.Abs(sum)) * (Levels - 1));
                if (level > 0) Pixels[at] = (byte)((ink * Levels) + level);
            }
        }
        Array.Clear(_cover);
        (_firstRow, _lastRow) = (int.MaxValue, -1);
    }

    /// <summary>Divides the area to the right of an edge's piece, which lies in one row, among the pixels it passes.</summary>
    private void Add(int row, double left, double right, double height)
    {
        var (first, last) = ((int)left, (int)Math.Ceiling(right));
        if (last <= first + 1)
        {
            var middle = ((left + right) / 2) - first;
            _cover[row + first] += (float)(height * (1 - middle));
            _cover[row + first + 1] += (float)(height * middle);
            return;
        }
        var perPixel = 1 / (right - left);
        var before = 0.0;
        for (var column = first; column < last; column++)
        {
            // The share of the piece up to this pixel's end, and the area it leaves to its right within the pixel.
            var (from, to) = (Math.Max(left, column), Math.Min(right, column + 1));
            var share = height * (to - from) * perPixel;
            var middle = ((from + to) / 2) - column;
            _cover[row + column] += (float)((share * (1 - middle)) + before);
            before = share * middle;
        }
        _cover[row + last] += (float)before;
    }
}

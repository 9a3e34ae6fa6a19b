using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using PaperDigest.Site;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Site;

public sealed class PictureTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static readonly Colour White = new(255, 255, 255), Black = new(0, 0, 0);
    private static readonly Typeface Face = new();

    [Fact]
    public void An_outline_covers_its_pixels_by_their_share()
    {
        var canvas = new Canvas(4, 3, White, Black);
        (double X, double Y)[] corners = [(1, 0), (2.5, 0), (2.5, 2.5), (1, 2.5)];
        for (var i = 0; i < corners.Length; i++) canvas.Edge(corners[i].X, corners[i].Y, corners[(i + 1) % 4].X, corners[(i + 1) % 4].Y);
        canvas.Fill(0);

        Assert.Equal([0, 63, 32, 0], Row(canvas, 0));
        Assert.Equal([0, 32, 16, 0], Row(canvas, 2));
    }

    [Fact]
    public void An_outline_beyond_the_picture_is_cut_at_its_sides()
    {
        var canvas = new Canvas(4, 4, White, Black);
        (double X, double Y)[] corners = [(-9, -9), (99, -9), (99, 99), (-9, 99)];
        for (var i = 0; i < corners.Length; i++) canvas.Edge(corners[i].X, corners[i].Y, corners[(i + 1) % 4].X, corners[(i + 1) % 4].Y);
        canvas.Fill(0);

        Assert.Equal([63, 63, 63], Row(canvas, 3)[..3]);
    }

    [Theory]
    [InlineData("Plain words", "Plain words")]
    [InlineData("Łódź, Ångström, Παράδειγμα, Пример, Nguyễn", "Łódź, Ångström, Παράδειγμα, Пример, Nguyễn")]
    [InlineData("張偉 (Wei Zhang)", "(Wei Zhang)")]
    [InlineData("𝒪(n) and 𝐱", "O(n) and x")]
    [InlineData("語彙", "")]
    [InlineData("a\u0001b\uD800 c\u202E", "a b c")]
    public void What_the_face_has_not_is_plain_or_left_out(string text, string writable) => Assert.Equal(writable, Face.Writable(text));

    [Fact]
    public void A_glyph_that_is_another_one_turned_stands_where_it_belongs()
    {
        var (left, right) = (new Canvas(60, 60, White, Black), new Canvas(60, 60, White, Black));
        Face.Write(left, "[", (10, 40), 40, 0);
        Face.Write(right, "]", (10, 40), 40, 0);

        Assert.Equal(Rows(left), Rows(right));

        static IEnumerable<int> Rows(Canvas canvas) => Enumerable.Range(0, 60).Where(row => Row(canvas, row).Any(level => level > 8));
    }

    [Fact]
    public async Task A_file_says_what_it_is_and_holds_every_row()
    {
        var file = PngImage.Of(new Canvas(5, 2, White, Black));

        Assert.Equal("\x89PNG\r\n\x1a\n", string.Concat(file[..8].Select(b => (char)b)));
        Assert.Equal((5, 2), (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20))));
        // Behind the palette of 64 shades.
        const int data = 33 + 12 + (3 * 64);
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(data));
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(file, data + 8, length), CompressionMode.Decompress))
            await zlib.CopyToAsync(pixels, TestContext.Current.CancellationToken);
        Assert.Equal(2 * (1 + 5), pixels.Length);
        // The sum that the standard gives for the last chunk of every file.
        Assert.Equal(0xAE426082, BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(file.Length - 4)));
    }

    [Fact]
    public void Any_title_and_any_authors_make_a_picture_soon()
    {
        string[] titles = ["", "語彙", new string('W', 5000), string.Join(' ', Enumerable.Repeat("word", 900)), "A $\\frac{1}{2}$ title", "\u202E\uFFFF"];
        var picture = new PaperPicture(Face);
        var began = Stopwatch.GetTimestamp();
        foreach (var title in titles)
        {
            var paper = Some.Paper("2605.20001");
            (paper.Title, paper.Authors) = (title, [new string('M', 3000), .. Enumerable.Repeat("張偉", 3000)]);
            Assert.NotEmpty(picture.Draw(paper, "PaperDigest"));
        }
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task A_paper_has_a_picture_that_is_kept_and_asked_for_again_by_its_tag()
    {
        await using (var db = site.Database.Open())
        {
            db.Papers.AddRange(Some.Paper("2605.20100"), Some.Paper("hep-th/9901003", new DateOnly(1999, 1, 4), "hep-th"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        using var answer = await site.Client.GetAsync("/papers/2605.20100.png", TestContext.Current.CancellationToken);

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(1), answer.Headers.CacheControl!.MaxAge);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/papers/2605.20100.png");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/papers/hep-th/9901003.png", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/papers/2605.99999.png", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("/papers/2605.20100.png\"", await site.Client.ReadAsync("/papers/2605.20100"));
    }

    private static byte[] Row(Canvas canvas, int row) => [.. Enumerable.Range(0, canvas.Width).Select(x => canvas.Pixels[(row * canvas.Width) + x])];
}

using PaperDigest.Listings;

namespace PaperDigest.Tests.Listings;

public sealed class HarvestOrderTests
{
    private static readonly DateOnly Today = new(2026, 5, 30);

    [Theory]
    [InlineData("2026-05-01", "2026-05-30", null)]
    [InlineData("2026-05-30", null, null)]
    [InlineData("2005-09-16", "2005-09-16", null)]
    [InlineData("2005-09-15", null, "begin on 2005-09-16")]
    [InlineData("2026-05-31", null, "--from 2026-05-31 lies in the future")]
    [InlineData("2026-05-01", "2026-05-31", "--until 2026-05-31 lies in the future")]
    [InlineData("2026-05-02", "2026-05-01", "lies after --until 2026-05-01")]
    public void Days_that_make_no_span_are_refused_in_words(string from, string? until, string? words)
    {
        var why = HarvestOrder.WhyNot(DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null), Today);
        if (words is null) Assert.Null(why);
        else Assert.Contains(words, why, StringComparison.Ordinal);
    }
}

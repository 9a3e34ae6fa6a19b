using System.Globalization;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Tests.Sources.HuggingFace;

public sealed class DailyPapersDateTests
{
    [Theory]
    [InlineData("2026-05-12T01:29:59Z", "2026-05-11")]
    [InlineData("2026-05-12T01:30:00Z", "2026-05-12")]
    [InlineData("2026-01-13T02:29:59Z", "2026-01-12")]
    [InlineData("2026-01-13T02:30:00Z", "2026-01-13")]
    public void A_list_begins_at_half_past_nine_in_the_evening_before_in_New_York(string now, string date) =>
        Assert.Equal(date, DailyPapersDate.At(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

using PaperDigest.Listings;

namespace PaperDigest.Tests.Listings.Import;

public sealed class ImportProgressTests
{
    [Fact]
    public void The_first_batch_tells_no_rate() =>
        Assert.Equal("5,000 rows, 1 %", new ImportProgress(5_000, 10_000_000, 1_000_000_000, TimeSpan.FromSeconds(2)).ToString());

    [Theory]
    [InlineData(405_000, 42, "405,000 rows, 10,000 rows/s, 41 %, 59 s left")]
    [InlineData(205_000, 402, "205,000 rows, 500 rows/s, 21 %, 27 min left")]
    [InlineData(15_000, 102, "15,000 rows, 100 rows/s, 2 %, 2.7 h left")]
    public void The_rest_is_reckoned_from_the_bytes_since_the_first_batch(long lines, int seconds, string words)
    {
        var first = new ImportProgress(5_000, 10_000_000, 1_000_000_000, TimeSpan.FromSeconds(2));
        Assert.Equal(words, new ImportProgress(lines, 10_000_000 + ((lines - 5_000) * 1_000), 1_000_000_000, TimeSpan.FromSeconds(seconds)) { First = first }.ToString());
    }
}

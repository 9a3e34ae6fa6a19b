using System.Globalization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class FirstListingTests
{
    [Theory]
    [InlineData("2605.00001", "2026-05-11T17:59:00Z", "2026-05-12")] // Monday, before 14:00 in New York
    [InlineData("2605.00001", "2026-05-11T18:00:00Z", "2026-05-13")] // and after
    [InlineData("2605.00001", "2026-05-14T12:00:00Z", "2026-05-15")] // Thursday
    [InlineData("2605.00001", "2026-05-15T12:00:00Z", "2026-05-18")] // Friday: announced on Sunday
    [InlineData("2605.00001", "2026-05-16T12:00:00Z", "2026-05-19")] // Saturday
    [InlineData("2605.00001", "2026-04-02T12:00:00Z", "2026-05-01")] // held by moderation until the month of the id
    [InlineData("2608.00001", "2026-06-02T12:00:00Z", "2026-08-03")] // which begins with a Saturday
    [InlineData("2605.00001", "2026-09-02T12:00:00Z", "2026-06-04")]
    [InlineData("2605.00001", "9999-12-31T23:59:59Z", "2026-06-04")]
    [InlineData("2605.00001", "0001-01-01T00:00:00Z", "2026-05-01")]
    public void The_first_listing_that_a_submission_was_in_time_for_lies_in_the_month_of_the_id(string id, string submitted, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), FirstListing.AtEarliest(ArxivId.Parse(id), DateTimeOffset.Parse(submitted, CultureInfo.InvariantCulture)));
}

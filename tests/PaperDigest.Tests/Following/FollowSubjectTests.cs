using PaperDigest.Following;

namespace PaperDigest.Tests.Following;

public sealed class FollowSubjectTests
{
    [Theory]
    [InlineData("author:Ada  Lovelace ", "author:Ada Lovelace")]
    [InlineData("Category:cs.cl", "category:cs.CL")]
    [InlineData("category:cmp-lg", "category:cs.CL")]
    [InlineData("words:In-Context  Learning", "words:in context learning")]
    [InlineData("search:?q=graph+networks&page=3&sort=date", "search:?q=graph%20networks")]
    public void A_thing_is_followed_under_one_name(string typed, string kept)
    {
        var subject = FollowSubject.Parse(typed);
        Assert.Equal(kept, subject?.ToString());
        Assert.Equal(subject, FollowSubject.Parse(kept));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("author:")]
    [InlineData("author: \t")]
    [InlineData("words:-")]
    [InlineData("words:a")]
    [InlineData("category:no such thing")]
    [InlineData("search:?category=cs.CL")]
    [InlineData("search:?q=")]
    [InlineData("search:?q=graphs&category=cs.LG")]
    [InlineData("0:x")]
    [InlineData("planet:Mars")]
    public void What_is_no_thing_to_follow_is_none(string? typed) => Assert.Null(FollowSubject.Parse(typed));
}

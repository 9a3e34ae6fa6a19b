using System.Net;
using System.Text;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Hosting;

public sealed class ReadableFormsTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const string Form = "application/x-www-form-urlencoded", Parts = "multipart/form-data";

    public static TheoryData<string, string, HttpStatusCode> Bodies => new()
    {
        { "", "", HttpStatusCode.UnsupportedMediaType },
        { "application/json", "{}", HttpStatusCode.UnsupportedMediaType },
        { Form, "email=reader@example.org%00", HttpStatusCode.BadRequest },
        { Form, "vote=1" + string.Concat(Enumerable.Repeat("&a=1", 2000)), HttpStatusCode.BadRequest },
        { Form, "vote=1&a=" + new string('a', 100_000), HttpStatusCode.RequestEntityTooLarge },
        { Parts, "vote=1", HttpStatusCode.BadRequest },
        { Parts + "; boundary=x", "cut off", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_form_is_refused_as_the_senders_mistake(string type, string body, HttpStatusCode status)
    {
        foreach (var path in (string[])["/papers/2605.10001/vote", "/subscribe", "/subscription/token"])
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", type);

            using var answer = await site.Client.PostAsync(path, content, TestContext.Current.CancellationToken);

            Assert.Equal(status, answer.StatusCode);
        }
    }
}

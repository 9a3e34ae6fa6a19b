using System.Text;

namespace PaperDigest.Api;

/// <summary>Errors as Hugging Face's clients read them: a header and a body that say the same.</summary>
internal static class WireError
{
    public const string NoPaper = "Paper not found";
    public const string NoTokens = "This site takes no writes over its API but votes and comments of who is signed in here: there are no access tokens.";

    public static IResult Of(HttpContext context, int status, string message)
    {
        // A header holds ASCII only.
        context.Response.Headers["X-Error-Message"] = new string([.. message.Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : '?')]);
        var body = JsonBytes.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("error", message);
            json.WriteEndObject();
        });
        return Results.Text(Encoding.UTF8.GetString(body), WireEndpoints.Json, Encoding.UTF8, status);
    }
}

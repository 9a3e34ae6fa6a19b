using System.Text.Json;
using PaperDigest.Catalogue;

namespace PaperDigest.Api;

/// <summary>Who brought a paper to a list: an account of the site that curates it, or arXiv, which announced it.</summary>
internal static class WireUser
{
    public const string Arxiv = "arxiv";

    public static void Write(Utf8JsonWriter json, string property, CuratedEntry? entry)
    {
        var name = entry?.SubmittedBy ?? Arxiv;
        json.WriteStartObject(property);
        json.WriteString("_id", WireForm.Id("user", name));
        json.WriteString("avatarUrl", "");
        json.WriteString("fullname", entry is null ? "arXiv" : entry.SubmittedByName ?? name);
        // Lists have the account's name as name, papers as user, and clients read either.
        json.WriteString("name", name);
        json.WriteString("user", name);
        json.WriteString("type", entry is null ? "org" : "user");
        foreach (var no in (string[])["isPro", "isHf", "isHfAdmin", "isMod"]) json.WriteBoolean(no, false);
        json.WriteEndObject();
    }
}

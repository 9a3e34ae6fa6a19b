using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaperDigest.Database;

namespace PaperDigest.Hosting;

/// <summary>Keeps the data-protection keys in the database: a cookie that one process signed must be read by every other.</summary>
internal sealed class KeysInDatabase(IDbContextFactory<PaperDigestDb> databases) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    private const string Prefix = "data-protection/";

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.InstanceKeys.AsNoTracking().Where(k => k.Name.StartsWith(Prefix)).OrderBy(k => k.Name).AsEnumerable().Select(k => XElement.Parse(k.Value))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.InstanceKeys.Add(new InstanceKey { Name = Prefix + friendlyName, Value = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

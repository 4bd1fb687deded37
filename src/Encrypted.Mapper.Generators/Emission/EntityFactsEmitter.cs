using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits what a model states: table, keys, attributes, indexes and version.</summary>
internal static class EntityFactsEmitter
{
    public static void Emit(SourceWriter writer, EntitySpec entity)
    {
        foreach (var attribute in entity.Attributes)
        {
            writer.Line($"private static readonly {Code.AttributePath} {attribute.PathField} = new({Code.Literal(entity.TableName)}, {Code.Literal(attribute.AttributeName)});");
        }

        writer.Line();
        EmitAttributes(writer, entity);
        EmitIndexes(writer, entity);
        writer.Line($"public static {entity.Name.Class} Instance {{ get; }} = new {entity.Name.Class}();").Line();
        writer.Line($"public override string TableName => {Code.Literal(entity.TableName)};").Line();
        writer.Line($"public override string PartitionKey => {Code.Literal(entity.PartitionKey)};").Line();
        if (entity.SortKey is not null)
        {
            writer.Line($"public override string? SortKey => {Code.Literal(entity.SortKey)};").Line();
        }

        if (entity.BranchKey is not null)
        {
            writer.Line($"public override string? BranchKeyAttribute => {Code.Literal(entity.BranchKey)};").Line();
        }

        writer.Line($"public override {Code.ReadOnlyList}<{Code.Models}AttributeModel> Attributes => s_attributes;").Line();
        if (entity.Indexes.Count > 0)
        {
            writer.Line($"public override {Code.ReadOnlyList}<{Code.Models}IndexModel> Indexes => s_indexes;").Line();
        }

        if (entity.Conversion is not null)
        {
            writer.Line($"public override {Code.ConversionSchema} Conversion => {Code.ConversionSchema}.{entity.Conversion};").Line();
        }

        EmitVersion(writer, entity);
        EmitExtension(writer, entity);
    }

    private static void EmitAttributes(SourceWriter writer, EntitySpec entity)
    {
        writer.Open($"private static readonly {Code.ReadOnlyList}<{Code.Models}AttributeModel> s_attributes = {Code.AsReadOnly}(new {Code.Models}AttributeModel[]");
        foreach (var attribute in entity.Attributes)
        {
            writer.Line($"new({Code.Literal(attribute.AttributeName)}, {Code.Literal(attribute.PropertyName)}, {Code.Models}CryptoAction.{attribute.Action}),");
        }

        writer.Close(");").Line();
    }

    private static void EmitIndexes(SourceWriter writer, EntitySpec entity)
    {
        if (entity.Indexes.Count == 0)
        {
            return;
        }

        writer.Open($"private static readonly {Code.ReadOnlyList}<{Code.Models}IndexModel> s_indexes = {Code.AsReadOnly}(new {Code.Models}IndexModel[]");
        foreach (var index in entity.Indexes)
        {
            writer.Line($"new({Code.Literal(index.Name)}, {Code.Literal(index.PartitionKey)}, {Code.LiteralOrNull(index.SortKey)}),");
        }

        writer.Close(");").Line();
    }

    private static void EmitVersion(SourceWriter writer, EntitySpec entity)
    {
        if (entity.Version is not { } version)
        {
            return;
        }

        writer.Line($"public override string? VersionAttribute => {Code.Literal(version.AttributeName)};").Line();
        var get = MembersEmitter.Get(version.Access, "entity", version.Identifier, isValueType: false);
        var set = MembersEmitter.Set(version.Access, "entity", version.Identifier, isValueType: false, $"checked(({version.UnderlyingType})version)");
        writer.Line($"public override long? GetVersion({entity.TypeName} entity) => checked((long?){get});").Line();
        writer.Line($"public override void SetVersion({entity.TypeName} entity, long version) => {set};").Line();
    }

    private static void EmitExtension(SourceWriter writer, EntitySpec entity)
    {
        if (entity.Extension is not { } extension)
        {
            return;
        }

        var isValueType = entity.Body.IsValueType;
        writer.Line("public override bool HasExtensionData => true;").Line();
        writer.Line($"public override {Code.ExtensionData}? GetExtensionData({entity.TypeName} entity) => {MembersEmitter.Get(extension.Access, "entity", extension.Identifier, isValueType)};").Line();
        writer.Open($"public override {entity.TypeName} WithExtensionData({entity.TypeName} entity, {Code.ExtensionData} extensionData)")
            .Line(MembersEmitter.Set(extension.Access, "entity", extension.Identifier, isValueType, "extensionData") + ";")
            .Line("return entity;")
            .Close()
            .Line();
    }
}

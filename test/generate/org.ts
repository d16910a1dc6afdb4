import type { MetadataAnswers } from "../../src/generate/metadata/metadata.js";

/** A small org, in the shapes in which Zoho's API answers. */
export function org(): MetadataAnswers & { fields: Record<string, { fields: Record<string, unknown>[] }> } {
	return {
		modules: {
			modules: [
				{ api_name: "Home", api_supported: false, generated_type: "default", plural_label: "Home" },
				{ api_name: "Leads", api_supported: true, generated_type: "default", plural_label: "Prospects" },
				{ api_name: "Shoes", api_supported: true, generated_type: "custom", plural_label: "Shoes" },
				{ api_name: "Notes", api_supported: true, generated_type: "default", plural_label: "Notes" },
				{ api_name: "LeadsXShoes", api_supported: true, generated_type: "linking", plural_label: "Leads and shoes" },
			],
		},
		fields: {
			Shoes: {
				fields: [
					{ api_name: "id", data_type: "bigint", json_type: "string", field_label: "Shoe Id" },
					{ api_name: "Name", data_type: "text", field_label: "Shoe", tooltip: null, lookup: {}, formula: {} },
					{ api_name: "2nd_Phone", data_type: "phone", field_label: "2nd Phone" },
					{ api_name: "Buyer", data_type: "lookup", field_label: "Buyer", lookup: { module: { api_name: "Leads" } } },
					{ api_name: "Maker", data_type: "lookup", field_label: "Maker", lookup: { module: { api_name: "Vendors" } } },
					{ api_name: "Pairs", data_type: "shoe_pairs", field_label: "Pairs" },
				],
			},
			Leads: {
				fields: [
					{ api_name: "id", data_type: "bigint", json_type: "string", field_label: "Lead Id" },
					{
						api_name: "Shoe_Size",
						data_type: "integer",
						field_label: "Shoe size",
						tooltip: { name: "static_text", value: "In the European system" },
						length: 9,
					},
					{
						api_name: "Lead_Source",
						data_type: "picklist",
						field_label: "Where they came from",
						pick_list_values: [
							{ display_value: "-None-", actual_value: "-None-", type: "used" },
							{ display_value: "Ads", actual_value: "Advertisement", type: "used" },
							{ display_value: "Trade Show", actual_value: "Trade Show", type: "unused" },
						],
					},
					{ api_name: "Owner", data_type: "ownerlookup", field_label: "Lead Owner", lookup: {} },
					{
						api_name: "Favourite",
						data_type: "lookup",
						field_label: "Favourite",
						lookup: { module: { api_name: "Shoes", id: "1" } },
					},
					{ api_name: "Story", data_type: "textarea", field_label: "Story", filterable: false },
					{
						api_name: "Visits",
						data_type: "subform",
						field_label: "Visits",
						virtual_field: true,
						associated_module: { module: "Visits", id: "2" },
					},
					{
						api_name: "Score",
						data_type: "formula",
						field_label: "Score",
						formula: { return_type: "double", expression: "1" },
					},
					{
						api_name: "Shoes_Sold",
						data_type: "rollup_summary",
						field_label: "Shoes sold",
						rollup_summary: { return_type: "currency" },
					},
				],
			},
		},
	};
}
